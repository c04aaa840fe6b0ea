import { LetterState } from '../case/parts/letter-state.tsx';
import { timelineOf } from '../case/model/timeline.ts';
import { say } from '../case/words.ts';
import { eventWords, whoWords } from '../trail/words.ts';
import type { CaseRecord } from '#domain/desk/exports.ts';
import { at } from './at.ts';
import type { Of } from './sections.tsx';
import { write } from './words.ts';

/** Everything that happened, as a table that breaks well over pages. */
export const Happenings = ({ of }: Of) => (
  <section>
    <h2>{write('timeline')}</h2>
    <p class="fine">{write('timeline.order')}</p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{write('when')}</th>
            <th scope="col">{write('who')}</th>
            <th scope="col">{write('what')}</th>
          </tr>
        </thead>
        <tbody>
          {timelineOf(of)
            .reverse()
            .map(({ at: time, who, what, said, details }, index) => (
              <tr key={index}>
                <td>{at(time)}</td>
                <td>{who}</td>
                <td>
                  {what}
                  {details.map((detail) => (
                    <div key={detail} class="fine">
                      {detail}
                    </div>
                  ))}
                  {said !== undefined && said !== '' && <blockquote>{said}</blockquote>}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  </section>
);

export const Letters = ({ of: { letters } }: Of) => (
  <section>
    <h2>{write('letters')}</h2>
    <ul class="letters">
      {letters.map((letter) => (
        <li key={letter.id}>
          <span class="kind">
            {say(`letter.${letter.kind}`)} <small>{say('letters.to', { to: say(`reader.${letter.to}`) })}</small>
            {letter.mails?.map((id) => (
              <small class="mono digest" key={id}>
                {' '}
                {id}
              </small>
            ))}
          </span>
          <LetterState letter={letter} />
        </li>
      ))}
    </ul>
  </section>
);

/** Who saw the case and what was done with it; of a member that it names, the mailbox: the paper outlives the team. */
export const OnRecord = ({ trail: { events, whole } }: Pick<CaseRecord, 'trail'>) => (
  <section>
    <h2>{write('on-record')}</h2>
    <p class="fine">{write(whole ? 'timeline.order' : 'on-record.part')}</p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{write('when')}</th>
            <th scope="col">{write('who')}</th>
            <th scope="col">{write('what')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event, index) => (
            <tr key={index}>
              <td>{at(event.at)}</td>
              <td>{whoWords(event)}</td>
              <td>{eventWords(event, (email) => email)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
