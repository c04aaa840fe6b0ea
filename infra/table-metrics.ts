/** What AWS measures of the table and of each of its indexes. */
import type { Metric } from './metric.ts';
import { table } from './table.ts';
import { tableShape } from './table-shape.ts';

export const indexNames = Object.keys(tableShape.indexes);

export const ofTable = (metricName: string): Metric => ({
  namespace: 'AWS/DynamoDB',
  metricName,
  dimensions: { TableName: table.name },
});

export const ofIndex = (metricName: string, index: string): Metric => ({
  namespace: 'AWS/DynamoDB',
  metricName,
  dimensions: { TableName: table.name, GlobalSecondaryIndexName: index },
});

/** Some are counted by what was asked; these three are all that any door may ask. */
export const byOperation = (metricName: string): Metric[] =>
  ['GetItem', 'PutItem', 'Query'].map((Operation) => ({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensions: { TableName: table.name, Operation },
  }));
