import { dynamoTrailStore } from '../../functions/aws/desk-items/trail-store.ts';
import { dynamoSignInStores } from '../../functions/aws/desk-items/sign-in-stores.ts';
import { contractTable } from '../contract/desk-table.ts';
import { memoryTrail } from '#test/fakes/memory-trail.ts';
import { memorySignInStores } from '#test/fakes/memory-desk.ts';
import { signInStory } from './sign-in.ts';

signInStory('memory', () => Promise.resolve({ ...memorySignInStores(), audit: memoryTrail() }));

const { client, name } = await contractTable('sign-in-story');
signInStory('embedded DynamoDB', () =>
  Promise.resolve({ ...dynamoSignInStores(client, name), audit: dynamoTrailStore(client, name, 1827) }),
);
