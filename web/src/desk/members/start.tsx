import { mount } from '../shell/mount.tsx';
import { Members } from './members.tsx';

mount(<Members />);
