import { mount } from '../shell/mount.tsx';
import { CaseApp } from './case-app.tsx';

mount(<CaseApp />);
