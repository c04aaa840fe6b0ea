/** The public site: static files and, below /api/, the doors, all at one address behind the firewall. */
import { api } from './api.ts';
import { firewall } from './firewall.ts';
import { toFirstPage } from './first-page.ts';
import { embedPaths, routerSecretHeader } from './headers.ts';
import { countOfPages } from './page-count.ts';
import { embedResponseHeaders, responseHeaders } from './response-headers.ts';
import { routerSecret } from './secret.ts';
import { siteDomain } from './stage.ts';

/** CloudFront's own policies, by the ids that AWS publishes. */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const allViewerExceptHostHeader = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

const files = new sst.aws.Bucket('SiteFiles', { access: 'cloudfront', cors: false });
const readFiles = new aws.cloudfront.OriginAccessControl('ReadSiteFiles', {
  originAccessControlOriginType: 's3',
  signingBehavior: 'always',
  signingProtocol: 'sigv4',
});

const filesOrigin = {
  originId: 'files',
  domainName: files.nodes.bucket.bucketRegionalDomainName,
  originAccessControlId: readFiles.id,
};

const doorsOrigin = {
  originId: 'doors',
  domainName: api.url.apply((url) => new URL(url).host),
  // Replaces whatever a visitor sends under this name, so only CloudFront can say it.
  customHeaders: [{ name: routerSecretHeader, value: routerSecret }],
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: 'https-only',
    originSslProtocols: ['TLSv1.2'],
    // Longer than the slowest door, shorter than a visitor's patience.
    originReadTimeout: 15,
  },
};

const doorsBehaviour = {
  pathPattern: '/api/*',
  targetOriginId: doorsOrigin.originId,
  viewerProtocolPolicy: 'redirect-to-https',
  allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'],
  cachedMethods: ['GET', 'HEAD'],
  cachePolicyId: cachingDisabled,
  originRequestPolicyId: allViewerExceptHostHeader,
  responseHeadersPolicyId: responseHeaders.id,
  compress: true,
};

export const site = new sst.aws.StaticSite('Site', {
  build: { command: 'npm run build', output: 'web/dist' },
  domain: siteDomain,
  errorPage: '404.html',
  edge: { viewerRequest: { injection: toFirstPage + countOfPages } },
  assets: {
    bucket: files.name,
    // Later lines win. Only names that hold a hash may be kept for ever; pages are fetched anew after each deployment.
    fileOptions: [
      { files: '**', cacheControl: 'public,max-age=300' },
      { files: '_astro/**', cacheControl: 'public,max-age=31536000,immutable' },
      { files: '**/*.html', cacheControl: 'public,max-age=0,s-maxage=86400,must-revalidate' },
    ],
  },
  transform: {
    cdn: (cdn) => {
      cdn.webAclArn = firewall.arn;
      // SST names a placeholder here and picks the bucket in a function, which CloudFront does not run for an error page: it would
      // answer 502 to every missing page (anomalyco/sst#6848). So the bucket is named.
      cdn.origins = [filesOrigin, doorsOrigin];
      const ofFiles = $output(cdn.defaultCacheBehavior).apply((behaviour) => ({
        ...behaviour,
        targetOriginId: filesOrigin.originId,
        allowedMethods: ['GET', 'HEAD', 'OPTIONS'],
      }));
      cdn.defaultCacheBehavior = ofFiles.apply((behaviour) => ({
        ...behaviour,
        responseHeadersPolicyId: responseHeaders.id,
      }));
      const embedBehaviour = ofFiles.apply((behaviour) => ({
        ...behaviour,
        pathPattern: embedPaths,
        responseHeadersPolicyId: embedResponseHeaders.id,
      }));
      cdn.orderedCacheBehaviors = [doorsBehaviour, embedBehaviour];
      // A missing file is S3's 403. All else that fails is a door's own answer: it stays as it is, and is not kept for the next
      // visitor, as CloudFront would do for ten seconds.
      cdn.customErrorResponses = [
        { errorCode: 403, responseCode: 404, responsePagePath: '/404.html', errorCachingMinTtl: 10 },
        ...[400, 404, 405, 500, 502, 503, 504].map((errorCode) => ({ errorCode, errorCachingMinTtl: 0 })),
      ];
      cdn.transform = { distribution: { httpVersion: 'http2and3', isIpv6Enabled: true } };
      return undefined;
    },
  },
});
