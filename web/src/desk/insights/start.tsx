import { mount } from '../shell/mount.tsx';
import { Insights } from './insights.tsx';

mount(<Insights />);
