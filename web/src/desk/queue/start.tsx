import { mount } from '../shell/mount.tsx';
import { Queue } from './queue.tsx';

mount(<Queue />);
