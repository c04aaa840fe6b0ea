import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { samples } from '#test/fakes/requests.ts';
import {
  asReadBack,
  button,
  fillIn,
  goToCheck,
  heading,
  labelOf,
  pageOf,
  question,
  readBack,
  sentReference,
  words,
} from './form.ts';
import { saidToTeam } from './letters.ts';
import { mailsOf, mailTo, readInInbox } from './mails.ts';
import { devices, eventually, useStage } from './stage.ts';
import type { Device } from './stage.ts';

const stage = useStage();
const [team] = broker.teamMailboxes;

/** The two that are asked most often on each device, the others on one after the other. */
const plays = Object.keys(devices).flatMap((device, nth) =>
  requestTypeNames.flatMap((type, which) => (which < 2 || which % 2 === nth ? [{ device, type, nth }] : [])),
);
const isDevice = (name: string): name is Device => name in devices;

describe('a request, from the empty form to the letters', () => {
  it.each(plays)('$type on a $device', async ({ type, device, nth }) => {
    if (!isDevice(device)) throw new Error(device);
    const answers = samples[type][nth] ?? {};
    const { page, posts } = await stage.visit({ device });
    await page.goto(pageOf(type));
    await fillIn(page, type, answers);
    const number = question(page, type, 'importerNumber');
    expect(await number.inputValue(), 'the number got its hyphens while it was typed').toBe(answers['importerNumber']);

    await goToCheck(page);
    expect(posts, 'nothing is sent before the second step').toEqual([]);
    expect(await readBack(page)).toEqual(asReadBack(type, answers));

    await page.getByRole('link', { name: `${words['js.change']}: ${labelOf(type, 'companyName')}` }).click();
    const company = question(page, type, 'companyName');
    await eventually(() => company.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await heading(page, words['check.title']).isVisible()).toBe(false);
    await company.fill('Changed & Sons <Ltd>');
    await goToCheck(page);
    expect(await readBack(page)).toEqual(asReadBack(type, { ...answers, companyName: 'Changed & Sons <Ltd>' }));

    await button(page, words['check.send']).click();
    const reference = await sentReference(page);
    expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(posts).toHaveLength(1);

    const other = answers['newEmail'] !== undefined && answers['newEmail'] !== answers['contactEmail'];
    const mails = await mailsOf(stage, reference, other ? 3 : 2);
    const teams = await readInInbox(stage, mailTo(mails, team));
    expect(teams).toContain('Answer in the desk. Never send CBP data by reply.');
    for (const said of saidToTeam(type, { ...answers, companyName: 'Changed & Sons <Ltd>' })) {
      expect(teams, 'the letter to the team').toContain(said);
    }
    const receipt = await readInInbox(stage, mailTo(mails, answers['contactEmail'] ?? ''));
    expect(receipt).toContain(reference);
    expect(receipt).toContain('Changed & Sons <Ltd>');
    expect(receipt, 'the receipt does not repeat the other answers').not.toContain(answers['contactPhone']);
    if (other) {
      const asked = await readInInbox(stage, mailTo(mails, answers['newEmail'] ?? ''));
      expect(asked).toContain('Is this the right mailbox?');
    }
  });
});
