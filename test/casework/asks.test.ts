import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoAskStore } from '../../functions/aws/desk-items/ask-store.ts';
import { dynamoSignInLinks } from '../../functions/aws/desk-items/sign-in-stores.ts';
import { contractTable } from '../contract/desk-table.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryAskStore, memorySignInStores } from '#test/fakes/memory-desk.ts';
import { asksStory } from './asks.ts';

asksStory('memory', () =>
  Promise.resolve({ ...memorySignInStores(), asks: memoryAskStore(), cases: memoryCaseStore() }),
);

const { client, name } = await contractTable('asks-story');
asksStory('embedded DynamoDB', () =>
  Promise.resolve({
    asks: dynamoAskStore(client, name),
    cases: dynamoCaseStore(client, name),
    signInLinks: dynamoSignInLinks(client, name),
  }),
);
