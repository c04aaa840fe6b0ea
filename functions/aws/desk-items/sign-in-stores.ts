import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { MemberStore, ProviderTripStore, SessionStore, SignInLinkStore } from '#casework/sign-in/ports.ts';
import type { BudgetStore } from '#casework/budgets/ports.ts';
import {
  budgetSchema,
  memberItemSchema,
  providerTripSchema,
  sessionSchema,
  signInLinkSchema,
} from '#domain/desk/kept.ts';
import { keptItems } from './kept-items.ts';

export type SignInStores = {
  readonly sessions: SessionStore;
  readonly members: MemberStore;
  readonly signInLinks: SignInLinkStore;
  readonly trips: ProviderTripStore;
};

/** All that signing in keeps, each kind under keys of its own. */
export const dynamoSignInStores = (client: DynamoDBClient, tableName: string): SignInStores => ({
  sessions: keptItems(client, tableName, { prefix: 'SESSION', schema: sessionSchema }),
  members: keptItems(client, tableName, { prefix: 'MEMBER', schema: memberItemSchema }),
  signInLinks: dynamoSignInLinks(client, tableName),
  trips: keptItems(client, tableName, { prefix: 'TRIP', schema: providerTripSchema }),
});

export const dynamoBudgets = (client: DynamoDBClient, tableName: string): BudgetStore =>
  keptItems(client, tableName, { prefix: 'BUDGET', schema: budgetSchema });

export const dynamoSignInLinks = (client: DynamoDBClient, tableName: string): SignInLinkStore =>
  keptItems(client, tableName, { prefix: 'LINK', schema: signInLinkSchema });
