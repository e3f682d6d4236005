import { createServer } from 'node:net'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished } from 'vitest'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import { sendMail } from '#app/domain/notifications/sending.server.ts'
import { mails } from '#db/schema/index.ts'
import { type Database, test } from '#test/support/database.ts'

const servicesOf = ({ owner, ownerUrl }: Database, smtpUrl: string): WorkServices => ({
  ...{ owner, ownerUrl, zone: 'Asia/Yekaterinburg' },
  config: { publicUrl: 'https://site.test', smtpUrl, dataDir: '/nowhere' },
  log: { info: () => {}, error: () => {} },
})

test('over SMTP a letter is sent once and its secret leaves the outbox; a refusal is kept and tried again', async ({
  database,
  db,
}) => {
  const server = await smtpServer()
  const services = servicesOf(database, server.url)
  const put = async (address: string) => {
    const body = `Ссылка: https://site.test/reset/${'a'.repeat(43)}\nhttps://site.test/activation/${'b'.repeat(43)}\n`
    const [mail] = await db
      .insert(mails)
      .values({ entryId: crypto.randomUUID(), address, subject: 'Тема', body })
      .returning()
    return String(mail?.id)
  }
  const id = await put('someone@site.ru')
  await sendMail(services, id)
  await sendMail(services, id)
  expect(server.letters).toHaveLength(1)
  expect(server.letters[0]).toContain('To: someone@site.ru')
  const [sent] = await db.select().from(mails).where(eq(mails.id, id))
  expect(sent).toMatchObject({
    attempts: 1,
    body: 'Ссылка: https://site.test/reset/…\nhttps://site.test/activation/…\n',
  })
  expect(sent?.sentAt).not.toBeNull()

  server.refuse = true
  const refused = await put('refused@site.ru')
  await expect(sendMail(services, refused)).rejects.toThrow()
  expect((await db.select().from(mails).where(eq(mails.id, refused)))[0]).toMatchObject({
    attempts: 1,
    problem: 'SMTP 451',
    sentAt: null,
  })

  await sendMail(services, await put('demo@demo.example'))
  expect(server.letters).toHaveLength(1)
})

/** A mail server that takes letters, or refuses recipients for now. */
async function smtpServer() {
  const state = { url: '', letters: [] as string[], refuse: false }
  const server = createServer((socket) => {
    let [inData, text] = [false, '']
    socket.write('220 test\r\n')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      text += chunk.toString()
      if (inData) {
        if (!text.endsWith('\r\n.\r\n')) return
        state.letters.push(text)
        ;[inData, text] = [false, '']
        socket.write('250 taken\r\n')
        return
      }
      for (const line of text.split('\r\n').slice(0, -1)) {
        if (/^DATA/i.test(line)) inData = true
        socket.write(
          inData
            ? '354 go\r\n'
            : /^RCPT/i.test(line) && state.refuse
              ? '451 later\r\n'
              : /^QUIT/i.test(line)
                ? '221 bye\r\n'
                : '250 ok\r\n',
        )
      }
      text = ''
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  state.url = `smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  return state
}
