/** Which of the Router's secrets is said now. One more is a new one, without a gap. */
export const turn = 1;

/**
 * Which of them a door takes: the one before, since a part of CloudFront goes on saying it for minutes; and the next one, since
 * CloudFront may be told of a turn before the doors are. Whoever knows all three is shut out by a leap of three.
 */
export const knownTurns = (now: number): readonly number[] => [now - 1, now, now + 1];
