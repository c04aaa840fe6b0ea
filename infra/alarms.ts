/**
 * Every alarm, by what it is about. Each stands in docs/deploy.md, "When an alarm comes"; test/infra trips each once. What a door
 * catches is no error for Lambda: the event in its log is counted instead (told.ts).
 */
import './alarms-doors.ts';
import './alarms-letters.ts';
import './alarms-mail.ts';
import './alarms-table.ts';
import './alarms-watch.ts';
import './slo.ts';
