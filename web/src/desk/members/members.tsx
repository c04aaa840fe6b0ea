import { useMe } from '../shell/me.tsx';
import { Audit } from './audit.tsx';
import { Exports } from './exports.tsx';
import { OwnPasskeys } from './own-passkeys.tsx';
import { Team } from './team.tsx';
import { Traces } from './traces.tsx';
import words from './text/en.json' with { type: 'json' };

export function Members() {
  const me = useMe();
  return (
    <div class="columns">
      <div>
        <Team />
        {me.with === 'passkey' && <OwnPasskeys />}
      </div>
      <div>
        <Exports />
        {me.member.role === 'licensed' && <Traces />}
        {me.member.role === 'licensed' && <Audit />}
        <section class="card" aria-labelledby="api">
          <h2 id="api">{words.api}</h2>
          <p>{words['api.text']}</p>
          <a href="/api/desk/openapi">{words['api.link']}</a>
        </section>
      </div>
    </div>
  );
}
