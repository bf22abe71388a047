/** Asks the server; the page to sign in on, which it leads to once a session has ended, is no answer. */
export async function ask(address: string, method: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await fetch(address, { method, redirect: 'manual', headers: { 'Accept-Language': document.documentElement.lang, ...headers }, ...(body === undefined ? {} : { body }) });

  return answer.type === 'opaqueredirect' ? new Response(null, { status: 401 }) : answer;
}

export const MARKDOWN = { 'Content-Type': 'text/markdown; charset=utf-8' };
