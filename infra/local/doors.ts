import type { Door } from './router.ts';

/** The very doors that run in Lambda. Loaded late: they read the environment when they are. */
export async function openDoors() {
  const [intake, importer, desk, payOwed, mailFeedback, watch] = await Promise.all([
    import('../../functions/intake.ts'),
    import('../../functions/importer.ts'),
    import('../../functions/desk.ts'),
    import('../../functions/pay-owed.ts'),
    import('../../functions/mail-feedback.ts'),
    import('../../functions/watch.ts'),
  ]);
  return {
    ...{ intake: intake.handler, importer: importer.handler, desk: desk.handler },
    ...{ payOwed: payOwed.handler, mailFeedback: mailFeedback.handler, watch: watch.handler },
  };
}

export type Doors = Readonly<Record<'intake' | 'importer' | 'desk', Door>>;

/** As the routes in infra/ say; what no door knows gets the public one's "not found". */
export function doorOf(doors: Doors, path: string): Door {
  if (path.startsWith('/api/importer/')) return doors.importer;
  return path.startsWith('/api/desk/') ? doors.desk : doors.intake;
}
