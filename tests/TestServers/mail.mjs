// A mail server (SMTP) that keeps what it is given, and hands it out by address: GET /?to=… waits for the first letter to that address.
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';

const letters = [];
const waiting = [];

const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  async onData(stream, session, done) {
    const parts = [];
    for await (const part of stream) parts.push(part);

    letters.push({ to: session.envelope.rcptTo.map(one => one.address), raw: Buffer.concat(parts).toString() });
    for (const ask of waiting.splice(0)) ask();
    done();
  },
});

const box = createServer(async (request, response) => {
  const to = new URL(request.url, 'http://localhost').searchParams.get('to');
  let found;
  while ((found = letters.filter(letter => letter.to.includes(to))).length === 0) await new Promise(come => waiting.push(come));

  response.end(JSON.stringify(found.map(letter => letter.raw)));
});

await new Promise(done => mail.listen(0, '127.0.0.1', done));
await new Promise(done => box.listen(0, '127.0.0.1', done));
console.log(`mail at ${mail.server.address().port} read at ${box.address().port}`);
