// An OpenID Connect server (oidc-provider) with Entra's addresses, issuer and claims, for one tenant.
// Anybody may sign in with any password: who somebody is in the directory, tests say by PUT /test/people.
// What a broken or hostile directory would answer, tests ask for by POST /test/next and POST /test/tokens.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider, { interactionPolicy } from 'oidc-provider';
import { SignJWT, UnsecuredJWT, decodeJwt } from 'jose';

const [tenant, client, secret] = process.argv.slice(2);
const prefix = `/${tenant}/v2.0`;

const server = createServer();
await new Promise(done => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;
const issuer = origin + prefix;

const key = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const keys = { own: key(), foreign: key() };

/** Each object id is the same whenever somebody signs in, and another one in another tenant. */
const idOf = name => createHash('sha256').update(`${tenant} ${name}`).digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-4$3-8$4-$5');

const people = new Map();
const claimsOf = login => ({
    oid: idOf(login), tid: tenant, ver: '2.0', name: login, preferred_username: login, acct: 0, sid: idOf(`session of ${login}`),
    ...people.get(login),
});

/** What the next answer of the token endpoint is to hold instead of what it should. */
let next;

async function signed(claims, { algorithm = 'RS256', by = 'own' } = {}) {
    return algorithm === 'none'
        ? new UnsecuredJWT(claims).encode()
        : new SignJWT(claims).setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: 'own' }).sign(algorithm === 'HS256' ? new TextEncoder().encode(secret.padEnd(32, '0')) : keys[by]);
}

const html = body => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Directory</title></head><body><main>${body}</main></body></html>`;
const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

const prompts = interactionPolicy.base();
prompts.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);

const provider = new Provider(issuer, {
    clients: [{
        client_id: client, client_secret: secret, grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: ['http://localhost/signin-oidc'], post_logout_redirect_uris: ['http://localhost/signout-callback-oidc'],
    }],
    jwks: { keys: [{ ...keys.own.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key for one run'] },
    claims: { openid: ['sub', ...Object.keys(claimsOf('')), 'roles', 'groups', 'idp', 'email', 'xms_edov', 'auth_time'], profile: [], email: [] },
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    pkce: { methods: ['S256'], required: () => true },
    routes: { authorization: '/oauth2/authorize', token: '/oauth2/token', end_session: '/oauth2/logout', jwks: '/discovery/keys' },
    features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: {
            enabled: true,
            logoutSource: (ctx, form) => { ctx.body = html(`<h1>Sign out?</h1>${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`); },
        },
    },
    interactions: { policy: prompts, url: (_, interaction) => `${prefix}/interaction/${interaction.uid}` },
    findAccount: (_, login) => ({ accountId: login, claims: () => ({ sub: idOf(`subject ${login}`), ...claimsOf(login) }) }),
    loadExistingGrant: async ctx => {
        const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
        grant.addOIDCScope('openid profile email offline_access');
        await grant.save();
        return grant;
    },
    renderError: (ctx, out) => { ctx.type = 'html'; ctx.body = html(`<h1>${escaped(out.error)}</h1><p>${escaped(out.error_description ?? '')}</p>`); },
});

// The application under test listens on a port that nobody knows beforehand.
const ofLoopback = path => uri => new RegExp(`^http://(127\\.0\\.0\\.1|localhost):\\d+${path}$`).test(uri);
provider.Client.prototype.redirectUriAllowed = ofLoopback('/signin-oidc');
provider.Client.prototype.postLogoutRedirectUriAllowed = ofLoopback('/signout-callback-oidc');

provider.use(async (ctx, following) => {
    await following();

    if (ctx.oidc?.route === 'token' && ctx.body?.id_token && next) {
        const { claims, ...how } = next;
        next = undefined;
        ctx.body.id_token = await signed({ ...decodeJwt(ctx.body.id_token), ...claims }, how);
    }
});

const answered = provider.callback();

async function bodyOf(request) {
    let text = '';
    for await (const part of request) text += part;
    return text;
}

const now = () => Math.floor(Date.now() / 1000);

const tests = {
    '/test/people': async ({ login, ...claims }) => void people.set(login, claims),
    '/test/next': async wanted => { next = wanted; },
    // An access token for this API, as the first sign-in of a native client gets it; what is null is left out.
    '/test/tokens': async ({ login, claims = {}, ...how }) => signed(JSON.parse(JSON.stringify(
        { iss: issuer, aud: client, iat: now(), nbf: now(), exp: now() + 3600, azp: client, scp: 'access_as_user', sub: idOf(`subject ${login}`), ...claimsOf(login), ...claims },
        (_, value) => value ?? undefined)), how),
};

server.on('request', async (request, response) => {
    const { pathname } = new URL(request.url, origin);

    try {
        if (tests[pathname]) {
            response.end((await tests[pathname](JSON.parse(await bodyOf(request)))) ?? '');
        } else if (pathname.startsWith(`${prefix}/interaction/`)) {
            if (request.method === 'POST') {
                const login = new URLSearchParams(await bodyOf(request)).get('login');
                await provider.interactionFinished(request, response, { login: { accountId: login }, select_account: {} }, { mergeWithLastSubmission: false });
            } else {
                response.setHeader('Content-Type', 'text/html; charset=utf-8');
                response.end(html('<h1>Directory</h1><form method="post"><label>Account <input name="login" autofocus></label> <label>Password <input name="password" type="password"></label> <button>Next</button></form>'));
            }
        } else if (pathname.startsWith(prefix)) {
            request.originalUrl = request.url;
            request.url = request.url.slice(prefix.length) || '/';
            await answered(request, response);
        } else {
            response.writeHead(404).end();
        }
    } catch (error) {
        response.writeHead(500).end(String(error?.stack ?? error));
    }
});

process.on('SIGINT', () => process.exit());
console.log(`directory at ${origin}`);
