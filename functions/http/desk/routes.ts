import { auditRoutes } from './audit/routes.ts';
import { caseRoutes } from './cases/routes.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { DeskRoute } from './desk-route.ts';
import { exportRoutes } from './exports/routes.ts';
import { insightsRoutes } from './insights/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { openapiRoutes } from './openapi/routes.ts';
import { queueRoutes } from './queue/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { systemRoutes } from './system/routes.ts';
import { traceRoutes } from './traces/routes.ts';

/** Every route of the desk. A test tries each as every kind of caller, another finds each in the API's description. */
export const deskRoutes = (ports: DeskPorts): readonly DeskRoute[] => [
  ...signInRoutes(ports),
  ...memberRoutes(ports),
  ...auditRoutes(ports),
  ...caseRoutes(ports),
  ...queueRoutes(ports),
  ...insightsRoutes(ports),
  ...exportRoutes(ports),
  ...traceRoutes(ports),
  ...systemRoutes(ports),
  ...openapiRoutes(ports, () => deskRoutes(ports)),
];
