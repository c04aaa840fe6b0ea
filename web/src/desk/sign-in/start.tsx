import { render } from 'preact';
import { place } from '../shell/mount.tsx';
import { SignIn } from './sign-in.tsx';

render(<SignIn />, place('app'));
