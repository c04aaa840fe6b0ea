import { describe, expect, it } from 'vitest';
import type { Stack } from './stack.ts';

const domain = 'refunds.harborpine.example';

export function mail(stack: Stack) {
  const record = (type: string, name: string) =>
    stack
      .all('route53/record:Record')
      .filter(({ inputs }) => inputs['type'] === type && inputs['name'] === name)
      .map(({ inputs }) => inputs['records']);

  describe('mail', () => {
    it('comes from the domain of mailFrom, by its configuration set', () => {
      const set = stack.one('sesv2/configurationSet:ConfigurationSet').inputs;
      expect(stack.one('sesv2/emailIdentity:EmailIdentity').inputs).toMatchObject({
        emailIdentity: domain,
        configurationSetName: set['configurationSetName'],
        dkimSigningAttributes: { nextSigningKeyLength: 'RSA_2048_BIT' },
      });
    });

    it('travels encrypted or not at all, and its reputation is measured', () => {
      expect(stack.one('sesv2/configurationSet:ConfigurationSet').inputs).toMatchObject({
        deliveryOptions: { tlsPolicy: 'REQUIRE' },
        reputationOptions: { reputationMetricsEnabled: true },
      });
    });

    it('is signed: three DKIM records', () => {
      for (const token of ['token1', 'token2', 'token3']) {
        expect(record('CNAME', `${token}._domainkey.${domain}`)).toEqual([[`${token}.dkim.amazonses.com`]]);
      }
    });

    it('lets nobody else write in its name', () => {
      expect(record('TXT', `_dmarc.${domain}`)).toEqual([['v=DMARC1; p=reject; adkim=s; aspf=r;']]);
    });

    it('bounces below its own domain, so that SPF agrees', () => {
      expect(stack.one('sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes').inputs).toMatchObject({
        mailFromDomain: `bounce.${domain}`,
      });
      expect(record('MX', `bounce.${domain}`)).toEqual([['10 feedback-smtp.us-east-1.amazonses.com']]);
      expect(record('TXT', `bounce.${domain}`)).toEqual([['v=spf1 include:amazonses.com ~all']]);
    });
  });
}
