import type { CDPSession, Page } from 'playwright-core';
import { broker } from '../../broker.config.ts';
import signIn from '../../web/src/desk/sign-in/text/en.json' with { type: 'json' };
import team from '../../web/src/desk/members/text/en.json' with { type: 'json' };
import { teamWords } from '#letters/team-words.ts';
import { button, heading } from './form.ts';
import { letAsksPass } from './later-on.ts';
import type { MachineOptions } from './machine.ts';
import { messages } from './mails.ts';
import { eventually, useStage } from './stage.ts';
import type { Device, Stage, Visit } from './stage.ts';

/** The members of the configuration: two licensed ones and one who is not. */
export const [ada, luis, mei] = ['ada@harborpine.example', 'luis@harborpine.example', 'mei@harborpine.example'];

/** A member at a desk of their own: a browser that makes passkeys, and is unlocked when it asks. */
export type Desk = Visit & { readonly member: string; readonly passkeys: Passkeys };

/** The passkeys of one tab. Each tab has a device of its own for the browser's tools, so a second tab is given the same ones. */
export type Passkeys = {
  readonly list: () => Promise<Credentials>;
  readonly give: (credentials: Credentials) => Promise<void>;
};
type Credentials = Awaited<ReturnType<typeof credentialsOf>>;

const credentialsOf = async (session: CDPSession, authenticatorId: string) =>
  (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials;

export async function passkeysIn(page: Page): Promise<Passkeys> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  return {
    list: () => credentialsOf(session, authenticatorId),
    give: async (credentials) => {
      for (const credential of credentials)
        await session.send('WebAuthn.addCredential', { authenticatorId, credential });
    },
  };
}

/** Asks for a link to sign in on the page, and gives the one that came by mail. */
export async function askForSignIn(stage: Stage, page: Page, member: string): Promise<string> {
  await letAsksPass(stage);
  const before = (await signInLinks(stage, member)).length;
  await page.getByRole('textbox', { name: signIn['ask.email'] }).fill(member);
  await button(page, signIn['ask.go']).click();
  await heading(page, signIn['asked.title']).waitFor();
  await eventually(async () => (await signInLinks(stage, member)).length).toBe(before + 1);
  const [link = ''] = await signInLinks(stage, member);
  return link;
}

/** All links to sign in that were mailed to somebody, the newest first. */
export async function signInLinks(stage: Stage, member: string): Promise<string[]> {
  const subject = teamWords['signIn.subject'].replace('{broker}', broker.name);
  const mails = (await messages(stage)).filter((mail) => mail.subject === subject && mail.to.includes(member));
  return mails.flatMap(({ text }) => /\S+\/desk\/sign-in\/#\S+/.exec(text)?.[0] ?? []);
}

export const pressLink = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await button(page, signIn['link.go']).click();
};

export const usePasskey = (page: Page) => button(page, signIn['passkey.go']).click();

export async function enrolWith(page: Page, code: string): Promise<void> {
  await heading(page, signIn['enrol.title']).waitFor();
  await page.getByRole('textbox', { name: signIn['enrol.code'] }).fill(code);
  await button(page, signIn['enrol.go']).click();
}

/** A licensed member makes a code for another one, and reads it out. */
export async function codeFromTeam(page: Page, member: string): Promise<string> {
  const { name = '' } = broker.members.find(({ email }) => email === member) ?? {};
  await page.goto('/desk/members/');
  await button(page, team['team.code.label'].replace('{name}', name)).click();
  const dialog = page.getByRole('dialog');
  await button(page, team['code.go']).click();
  await dialog.getByText(team['code.here'].replace('{name}', name)).waitFor();
  const [code = ''] = /\w{4}(-\w{4}){5}/.exec(await dialog.innerText()) ?? [];
  return code;
}

type Kept = { readonly state: Awaited<ReturnType<Visit['context']['storageState']>>; readonly passkeys: Credentials };

/**
 * The stage with a desk. Who has signed in once in a file comes back with the same session and passkeys, in a new window.
 */
export function useDeskStage(options: MachineOptions = {}) {
  const stage = useStage({ ownTable: true, ...options });
  const inside = new Map<string, Kept>();

  /** A browser that nobody has used yet, with the desk open. */
  async function visitDesk(member: string, device: Device, path: string, kept?: Kept): Promise<Desk> {
    const visit = await stage.visit({ device, ...(kept && { storageState: kept.state }) });
    // The desk's door says so to who is not signed in, and the browser notes it.
    visit.expectComplaint(/status of 401/);
    const passkeys = await passkeysIn(visit.page);
    if (kept) await passkeys.give(kept.passkeys);
    await visit.page.goto(path);
    return { ...visit, member, passkeys };
  }

  async function keep(desk: Desk): Promise<void> {
    inside.set(desk.member, { state: await desk.context.storageState(), passkeys: await desk.passkeys.list() });
  }

  async function enter(member: string, code: string, device: Device): Promise<Desk> {
    const desk = await visitDesk(member, device, '/desk/sign-in/');
    await pressLink(desk.page, await askForSignIn(stage, desk.page, member));
    await enrolWith(desk.page, code);
    await desk.page.waitForURL('**/desk/');
    await keep(desk);
    return desk;
  }

  async function codeFor(member: string): Promise<string> {
    if (broker.signIn.with !== 'passkey') throw new Error('the tests sign in with passkeys');
    if (broker.signIn.first?.email === member) return broker.signIn.first.code;
    const { page, context } = await as(ada);
    const code = await codeFromTeam(page, member);
    await context.close();
    return code;
  }

  /** A member at the queue, signed in. */
  async function as(member: string, device: Device = 'desktop'): Promise<Desk> {
    const kept = inside.get(member);
    return kept ? visitDesk(member, device, '/desk/', kept) : enter(member, await codeFor(member), device);
  }

  return { ...stage, as, keep, visitDesk };
}

export type DeskStage = ReturnType<typeof useDeskStage>;
