import { keepPlace } from '../api/place.ts';
import words from './text/en.json' with { type: 'json' };

/** The team signs in with its own provider (OpenID Connect), second factor there. The place to come back to waits in this tab. */
export const ProviderStep = ({ back }: { readonly back: string | undefined }) => (
  <>
    <h1>{words.title}</h1>
    <p>{back === undefined ? words['provider.intro'] : words['ask.over']}</p>
    <a class="btn btn-main" href="/api/desk/sign-in/oidc" onClick={() => keepPlace(back)}>
      {words['provider.go']}
    </a>
  </>
);
