import { useEffect, useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { backAddress } from '../api/session.ts';
import { anotherTabWaits, sayItIsSignedIn, waitedHere, waitNoMore } from '../api/tabs.ts';
import { Skeleton } from '../ui/states.tsx';
import { AskedStep } from './asked-step.tsx';
import { AskStep } from './ask-step.tsx';
import { DoneStep } from './done-step.tsx';
import { EnrolStep } from './enrol-step.tsx';
import { LinkStep } from './link-step.tsx';
import { PasskeyStep } from './passkey-step.tsx';
import { ProviderStep } from './provider-step.tsx';

type Step =
  | { readonly at: 'ask' | 'provider' | 'enrol' | 'done' | 'looking' }
  | { readonly at: 'asked'; readonly email: string }
  | { readonly at: 'link'; readonly token: string }
  | { readonly at: 'passkey'; readonly name: string };

const isProvider = (): boolean => document.documentElement.dataset['signIn'] === 'oidc';
const doorstep = (): Step => ({ at: isProvider() ? 'provider' : 'ask' });

/** The token stands behind the `#`, which no server and no log sees. It goes from the address once it is spent. */
const tokenIn = (hash: string): string => hash.slice(1);
const forgetToken = (): void => history.replaceState(null, '', location.pathname + location.search);

/** From the doorstep to the desk, one step at a time; a reload goes on where the session stands. */
export function SignIn() {
  const [step, setStep] = useState<Step>({ at: 'looking' });
  const hasBack = new URLSearchParams(location.search).has('back');
  const back = backAddress(hasBack ? location.search : (waitedHere() ?? ''));

  const goOn = () => {
    waitNoMore();
    location.replace(back);
  };
  const inside = () => {
    const waits = !hasBack && anotherTabWaits();
    sayItIsSignedIn();
    if (waits) setStep({ at: 'done' });
    else goOn();
  };

  const look = () => {
    const token = tokenIn(location.hash);
    if (token !== '') {
      setStep({ at: 'link', token });
      return;
    }
    void call('me').then((called) => {
      // The mailed link came into this tab meanwhile.
      if (tokenIn(location.hash) !== '') return;
      if (!('ok' in called)) setStep(doorstep());
      else if (called.ok.stage === 'full') goOn();
      else setStep({ at: 'passkey', name: called.ok.member.name });
    });
  };
  useEffect(look, []);
  // The same tab may be given the mailed link: then only the part behind the # changes, and nothing is loaded.
  useEffect(() => {
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);

  const startAgain = () => {
    forgetToken();
    setStep(doorstep());
  };
  switch (step.at) {
    case 'looking':
      return <Skeleton lines={3} />;
    case 'ask':
      return <AskStep back={hasBack} onAsked={(email) => setStep({ at: 'asked', email })} />;
    case 'provider':
      return <ProviderStep back={hasBack ? back : undefined} />;
    case 'asked':
      return <AskedStep email={step.email} onInside={goOn} onAgain={startAgain} />;
    case 'link':
      return (
        <LinkStep
          key={step.token}
          token={step.token}
          onNew={startAgain}
          onUsed={({ member, next }) => {
            forgetToken();
            setStep(next === 'passkey' ? { at: 'passkey', name: member.name } : { at: 'enrol' });
          }}
        />
      );
    case 'passkey':
      return (
        <PasskeyStep name={step.name} onInside={inside} onEnrol={() => setStep({ at: 'enrol' })} onOver={startAgain} />
      );
    case 'enrol':
      return <EnrolStep onInside={inside} onPasskey={look} onOver={startAgain} />;
    case 'done':
      return <DoneStep />;
  }
}
