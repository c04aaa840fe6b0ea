/** The way from CloudFront to the doors. Routes are added beside each door. */

export const api = new sst.aws.ApiGatewayV2('Api', {
  // The site and its doors are one origin: no other site may read an answer.
  cors: false,
  accessLog: { retention: '1 month' },
  transform: {
    stage: (stage) => {
      // A cost guard only, far above the firewall's budget for one address: its refusal carries no Retry-After and no words.
      stage.defaultRouteSettings = { throttlingRateLimit: 100, throttlingBurstLimit: 200 };
      stage.accessLogSettings = $output(stage.accessLogSettings).apply((settings) => ({
        destinationArn: settings?.destinationArn ?? '',
        format: accessLog,
      }));
      return undefined;
    },
  },
});

/** The route's name, never the path (which holds references), the address or the browser. */
const accessLog = JSON.stringify({
  time: '$context.requestTimeEpoch',
  request: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  door: '$context.integrationStatus',
});
