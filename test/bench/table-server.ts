import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';

/** The embedded DynamoDB in a process of its own, so that what it costs is not charged to who asks it; its data in a folder, if one is named. */
const { endpoint } = await startEmbeddedDynamodb(process.argv[2]);
process.send?.(endpoint);

// Whoever asked for it is gone: so is it.
process.once('disconnect', () => process.exit(0));
