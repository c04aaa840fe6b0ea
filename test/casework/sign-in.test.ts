import { dynamoAuditStore } from '../../functions/aws/desk-items/audit-store.ts';
import { dynamoSignInStores } from '../../functions/aws/desk-items/sign-in-stores.ts';
import { contractTable } from '../contract/desk-table.ts';
import { memoryAudit } from '#test/fakes/memory-audit.ts';
import { memorySignInStores } from '#test/fakes/memory-desk.ts';
import { signInStory } from './sign-in.ts';

signInStory('memory', () => Promise.resolve({ ...memorySignInStores(), audit: memoryAudit() }));

const { client, name } = await contractTable('sign-in-story');
signInStory('embedded DynamoDB', () =>
  Promise.resolve({ ...dynamoSignInStores(client, name), audit: dynamoAuditStore(client, name, 1827) }),
);
