import { mount } from '../shell/mount.tsx';

mount(<p>Queue</p>);
