// The control API under /local: what people do, and what is told about it.

async function call(method, path, body) {
  const isForm = body instanceof FormData;
  const answer = await fetch(`/local/${path}`, {
    method,
    headers: body && !isForm ? { 'Content-Type': 'application/json' } : {},
    body: body && !isForm ? JSON.stringify(body) : body,
  });
  if (answer.ok) return answer.status === 204 ? null : answer.json().catch(() => null);
  const refused = await answer.json().catch(() => null);
  throw new Error(refused?.error ?? `The local Telegram answered ${answer.status}.`);
}

export const people = () => call('GET', 'people');
export const chatOf = person => call('GET', `people/${person}/chat`);
export const sendText = (person, text) => call('POST', `people/${person}/messages`, { text });
export const press = (person, messageId, data) => call('POST', `people/${person}/presses`, { message_id: messageId, data });
export const sendOther = (person, kind) => call('POST', `people/${person}/others`, { kind });
export const setBlocked = (person, blocked) => call('POST', `people/${person}/block`, { blocked });
export const deactivate = person => call('POST', `people/${person}/deactivate`);
export const clearChat = person => call('DELETE', `people/${person}/chat`);

export function sendFile(person, file, caption) {
  const form = new FormData();
  form.append('file', file);
  if (caption) form.append('caption', caption);
  return call('POST', `people/${person}/files`, form);
}

export const fileAddress = fileId => `/local/files/${encodeURIComponent(fileId)}`;

export const faults = () => call('GET', 'faults');
export const switchOn = fault => call('POST', 'faults', fault);
export const switchOff = id => call('DELETE', `faults/${id}`);
export const ledger = since => call('GET', `ledger?since=${since}`);
export const limits = () => call('GET', 'limits');
export const setLimits = on => call('POST', 'limits', { on });

/**
 * Follows everything that happens.
 * @param {Record<string, (told: any) => void>} handlers by kind of event
 * @param {() => void} opened called at the first and every later connection, because what happened in between was missed
 * @param {() => void} lost
 */
export function follow(handlers, opened, lost) {
  const source = new EventSource('/local/events');
  source.addEventListener('open', opened);
  source.addEventListener('error', lost);
  for (const [kind, handler] of Object.entries(handlers))
    source.addEventListener(kind, event => handler(JSON.parse(event.data)));
  return source;
}
