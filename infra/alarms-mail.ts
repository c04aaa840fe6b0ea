/** Mail that comes back, and those who count it: SES pauses an account at 10 % bounces or 0.5 % complaints, and reviews it at 5 % and 0.1 %. */
import { alarm, atLeast, lastSaid, reaches, type Over, type Watched } from './alarm.ts';
import { feedback, feedbackDead } from './feedback-queue.ts';
import { ofMail, ofQueue } from './metric.ts';
import { letters, mailboxes } from './told.ts';

/** SES works its rates out anew now and then, and says nothing in between: then the last one holds. */
const rate = (metricName: string, share: number): Watched => ({
  ...lastSaid(reaches(ofMail(metricName), share, 60)),
  statistic: 'Average',
});
const over: Over = { told: 'SES says its rates again and again, and the last one holds' };
alarm('soon', 'BounceRateAlarm', {
  alarmDescription: 'More than 2.5 % of our mails bounce. SES reviews an account at 5 %.',
  ...rate('Reputation.BounceRate', 0.025),
});
alarm('urgent', 'BounceRateHighAlarm', {
  alarmDescription: 'More than 4 % of our mails bounce. SES reviews an account at 5 % and stops its mail at 10 %.',
  over,
  ...rate('Reputation.BounceRate', 0.04),
});
alarm('soon', 'ComplaintRateAlarm', {
  alarmDescription: 'More than 0.05 % of our mails are called spam. SES reviews an account at 0.1 %.',
  ...rate('Reputation.ComplaintRate', 0.0005),
});
alarm('urgent', 'ComplaintRateHighAlarm', {
  alarmDescription:
    'More than 0.08 % of our mails are called spam. SES reviews an account at 0.1 % and stops its mail at 0.5 %.',
  over,
  ...rate('Reputation.ComplaintRate', 0.0008),
});

alarm('soon', 'TeamMailboxFailedAlarm', {
  alarmDescription: 'A mailbox of the team takes no letters any more. The next one of teamMailboxes gets them.',
  ...atLeast(mailboxes.failed, 1, 5),
});
alarm('urgent', 'TeamMailboxesGoneAlarm', {
  alarmDescription:
    'No mailbox of the team takes letters any more. New requests stand at the desk and nobody is told of them.',
  // One line for a mailbox that fails, and none while it stays so.
  over: { look: 'the system page of the desk shows a mailbox of the team that is well.' },
  ...atLeast(mailboxes.noneLeft, 1, 5),
});
alarm('soon', 'LettersBouncedAlarm', {
  alarmDescription: 'Five letters or more came back within an hour. Their cases say whom to telephone.',
  ...atLeast(letters.bounced, 5, 60),
});
alarm('soon', 'LetterRejectedAlarm', {
  alarmDescription:
    'SES took a letter and then refused to send it, because it looked harmful. Its reference is in the log.',
  ...atLeast(letters.rejected, 1, 5),
});

alarm('soon', 'FeedbackUnreadAlarm', {
  alarmDescription: 'The mail service told something that we do not know how to read.',
  ...atLeast(mailboxes.unread, 1, 5),
});
alarm('soon', 'FeedbackLateAlarm', {
  alarmDescription:
    'What the mail service told has waited for more than 30 minutes: we do not know what became of letters.',
  ...reaches(ofQueue(feedback, 'ApproximateAgeOfOldestMessage'), 30 * 60, 5),
});
alarm('soon', 'FeedbackDeadAlarm', {
  alarmDescription: 'What the mail service told could not be noted, and is not tried again until somebody says so.',
  ...reaches(ofQueue(feedbackDead, 'ApproximateNumberOfMessagesVisible'), 1, 5),
});
