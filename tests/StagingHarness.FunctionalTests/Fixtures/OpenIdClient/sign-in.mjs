// Signs in, renews the tokens and signs out with npm's openid-client, playing the browser itself; prints what came of it as one line of JSON.
// The environment says at which provider, for which client, and who signs in.
import * as client from 'openid-client';

const { ISSUER: issuer, CLIENT_ID: clientId, CLIENT_SECRET: secret, USER_NAME: user, PASSWORD: password } = process.env;
const redirect = 'http://portal.example/signin-oidc';
const signedOut = 'http://portal.example/bye';

const config = await client.discovery(new URL(issuer), clientId, secret, undefined, { execute: [client.allowInsecureRequests] });
const verifier = client.randomPKCECodeVerifier();
const state = client.randomState();
const nonce = client.randomNonce();
const asked = client.buildAuthorizationUrl(config, {
  redirect_uri: redirect,
  scope: 'openid profile offline_access',
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state,
  nonce,
});

const came = await signIn(asked);
const tokens = await client.authorizationCodeGrant(config, came, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
const renewed = await client.refreshTokenGrant(config, tokens.refresh_token);
const told = await client.fetchUserInfo(config, renewed.access_token, tokens.claims().sub);
const left = await fetch(client.buildEndSessionUrl(config, { post_logout_redirect_uri: signedOut, id_token_hint: tokens.id_token }), { redirect: 'manual' });
const after = await client.refreshTokenGrant(config, renewed.refresh_token).catch((refusal) => refusal);
console.log(JSON.stringify({
  subject: tokens.claims().sub,
  name: told.name,
  renewed: renewed.access_token !== tokens.access_token,
  left: `${left.status} ${left.headers.get('location')}`,
  after: after.error ?? 'renewed',
}));

async function signIn(address) {
  const page = await fetch(address);
  const html = await page.text();
  const ticket = /name="ticket" value="([^"]+)"/.exec(html)[1].replaceAll('&amp;', '&');
  const answer = await fetch(new URL(/action="([^"]+)"/.exec(html)[1], page.url), {
    method: 'POST',
    body: new URLSearchParams({ ticket, username: user, password }),
    redirect: 'manual',
  });
  return new URL(answer.headers.get('location'));
}
