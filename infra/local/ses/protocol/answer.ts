import { randomUUID } from 'node:crypto';
import type { Answer } from '../http.ts';

/** Codes that SES itself uses; the SDK turns each into an error's name. */
export type SesCode =
  | 'InternalFailure'
  | 'InvalidAction'
  | 'InvalidParameterValue'
  | 'MessageRejected'
  | 'MissingAction'
  | 'Throttling'
  | 'ValidationError';

/** Why a request is not served; handed back, never thrown. */
export interface Refusal {
  code: SesCode;
  message: string;
}

export const refuse = (code: SesCode, message: string): Refusal => ({ code, message });

/** As SES words a field that was left out. */
export const missing = (field: string): Refusal =>
  refuse(
    'ValidationError',
    `1 validation error detected: Value null at '${field}' failed to satisfy constraint: Member must not be null`,
  );

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

export const granted = (action: string, result: Record<string, string>): Answer => {
  const fields = Object.entries(result).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`);
  return xml(200, (requestId) => {
    const meta = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
    return `<${action}Response ${namespace}><${action}Result>${fields.join('')}</${action}Result>${meta}</${action}Response>`;
  });
};

export const refused = ({ code, message }: Refusal): Answer => {
  const ours = code === 'InternalFailure';
  const error = `<Type>${ours ? 'Receiver' : 'Sender'}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message>`;
  return xml(
    ours ? 500 : 400,
    (requestId) =>
      `<ErrorResponse ${namespace}><Error>${error}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  );
};

const xml = (status: number, body: (requestId: string) => string): Answer => {
  const requestId = randomUUID();
  return { status, type: 'text/xml', body: body(requestId), headers: { 'x-amzn-requestid': requestId } };
};

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Control characters are not XML at all, escaped or not, so they become question marks. */
const escapeXml = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '?').replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
