import { mount } from '../shell/mount.tsx';
import { RecordApp } from './record-app.tsx';

mount(<RecordApp />);
