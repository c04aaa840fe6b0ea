import { mount } from '../shell/mount.tsx';
import { SystemPage } from './system-page.tsx';

// The page says all that the frame's alarms could.
mount(<SystemPage />, { alarms: false });
