import { renderApp } from '../shell/mount.tsx';
import { SignIn } from './sign-in.tsx';

renderApp(<SignIn />);
