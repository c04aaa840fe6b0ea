/** One calm page for the first look. In CloudWatch, under *Dashboards*; where its alarms are explained, docs/deploy.md. */
import { fullName } from './alarm.ts';
import './alarms.ts';
import { deadWidgets, mailWidgets, tableWidgets, watchWidgets } from './dashboard-ground.ts';
import { helpWidgets } from './dashboard-help.ts';
import { doorWidgets, letterWidgets, owed, promises } from './dashboard-work.ts';
import { placed } from './widgets.ts';

const sections = [
  promises,
  owed,
  letterWidgets,
  doorWidgets,
  watchWidgets,
  mailWidgets,
  tableWidgets,
  deadWidgets,
  helpWidgets,
];

new aws.cloudwatch.Dashboard('Dashboard', {
  dashboardName: fullName('Desk'),
  dashboardBody: $jsonStringify({ widgets: placed(sections.flat()) }),
});
