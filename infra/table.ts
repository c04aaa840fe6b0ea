/** The one table, in the shape that the embedded server has too. */
import { restoredTables } from './restored-table.ts';
import { production } from './stage.ts';
import { keyAttributes, tableShape, type IndexShape } from './table-shape.ts';

const index = ({ hash, range, projects }: IndexShape) => ({
  hashKey: hash,
  rangeKey: range,
  projection: projects.length > 0 ? [...projects] : ('keys-only' as const),
});

const restored = restoredTables[$app.stage];

const made = () =>
  new sst.aws.Dynamo('Table', {
    fields: Object.fromEntries(keyAttributes.map((name) => [name, 'string' as const])),
    primaryIndex: { hashKey: tableShape.hash, rangeKey: tableShape.range },
    globalIndexes: Object.fromEntries(Object.entries(tableShape.indexes).map(([name, shape]) => [name, index(shape)])),
    ttl: tableShape.ttl,
    // The filter of pay-owed looks at what an item owes now; what it was before is nobody's business.
    stream: 'new-image',
    // A trial stage must be removable; production's records must not.
    deletionProtection: production,
    // With AWS's own key in the account, so that CloudTrail shows its use. Point-in-time recovery is on by SST's default.
    transform: { table: { serverSideEncryption: { enabled: true } } },
  });

/** What a restore leaves off, `npm run restore` has switched on. */
export const table = restored === undefined ? made() : sst.aws.Dynamo.get('Table', restored);

type Action = 'dynamodb:GetItem' | 'dynamodb:PutItem' | 'dynamodb:Query';

/** A right on the items of some kinds only, by how their key begins. */
export const itemsOf = (actions: Action[], kinds: string[]) => ({
  actions,
  resources: [table.arn],
  conditions: [
    { test: 'ForAllValues:StringLike', variable: 'dynamodb:LeadingKeys', values: kinds },
    // ForAllValues is also true of nothing: a request without a key must not pass.
    { test: 'Null', variable: 'dynamodb:LeadingKeys', values: ['false'] },
  ],
});

export const indexes = (names: (keyof typeof tableShape.indexes)[]) =>
  names.map((name) => $interpolate`${table.arn}/index/${name}`);
