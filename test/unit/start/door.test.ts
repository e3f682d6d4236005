/** What strangers send to the door: each thing here once was a 500, a page of another address, or a halt of the site. */
import { type AddressInfo, connect } from 'node:net'
import express from 'express'
import { expect, test } from 'vitest'
import { formOf } from '#app/web/form.server.ts'
import { refuseHuge } from '#app/web/handlers/papers.ts'
import { refuseHugeBody, refuseMalformed } from '#app/web/malformed.ts'
import { addressOf } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { content } from '#content/load.ts'

/** The first line of the answer to these very bytes, and what the site would have read. */
async function answerTo(raw: string, signedIn = false, ended = false): Promise<string> {
  const app = express()
  app.use(refuseMalformed)
  app.use((_, response, next) => {
    if (signedIn || ended) response.locals.visit = { actor: signedIn ? {} : null, ended, locale: 'ru' }
    next()
  })
  app.use(refuseHugeBody)
  const services = { content: content() } as unknown as Services
  app.post('/desk/imports/new', refuseHuge(services))
  app.use((request, response) => void response.send(addressOf(request).href))
  const server = app.listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => server.once('listening', resolve))
    return await new Promise((resolve, reject) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(raw))
      let text = ''
      socket.on('data', (data) => {
        text += data
        const [head = '', body = ''] = text.split('\r\n\r\n')
        if (body === '') return
        resolve(`${head.split('\r\n')[0]} ${body.trim()}`)
        socket.destroy()
      })
      socket.on('error', reject)
    })
  } finally {
    server.close()
  }
}

const get = (target: string, host = 'site.test') => `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`
const post = (head: string, path = '/signin') => `POST ${path} HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n`

test('Host never decides which page is meant', async () => {
  for (const host of ['site.test', 'site.test:4201', '[::1]:3000', '10.0.0.7'])
    expect(await answerTo(get('/contacts', host))).toContain('200 OK http://localhost/contacts')
  for (const host of ['localhost/privacy?', 'evil.example#', 'a b', 'x:99999', '[::1', 'a@b'])
    expect(await answerTo(get('/contacts', host))).toContain('400')
})

test('what is no address of the site is refused, NUL in a query is dropped', async () => {
  expect(await answerTo(get('http://site.test/experts'))).toContain('400')
  expect(await answerTo(get('/drafts/a%00b'))).toContain('404')
  expect(await answerTo(get('/a'.repeat(24)))).toContain('200')
  for (const endless of ['/a'.repeat(25), '/'.repeat(7000)])
    expect(await answerTo(get(endless))).toContain('404')
  expect(await answerTo(get('/drafts?q=a%00b'))).toBe('HTTP/1.1 200 OK http://localhost/drafts?q=ab')
  expect(await answerTo('TRACE / HTTP/1.1\r\nHost: x\r\n\r\n')).toContain('405')
})

test('a body is refused by its length before it is read', async () => {
  expect(await answerTo(post('Content-Length: 300000'))).toContain('413')
  expect(await answerTo(post('Transfer-Encoding: chunked'))).toContain('411')
  expect(await answerTo(post('Content-Length: 20000000', '/cabinet/profile'), true)).toContain('413')
  expect(await answerTo(post('Content-Length: 20000000', '/drafts/new'))).toContain('413')
  expect(await answerTo(post('Content-Length: 20000000', '/drafts/new'), true)).toContain('200')
  for (const page of ['file', 'return', 'intake/new', 'summary/signature'])
    expect(await answerTo(post('Content-Length: 20000000', `/drafts/x/${page}`), true)).toContain('200')
  // a list of people is told its own limit
  expect(await answerTo(post('Content-Length: 20000000', '/desk/imports/new'), true)).toContain('200')
  expect(await answerTo(post('Content-Length: 209715200', '/desk/imports/new'), true)).toMatch(
    /413.*больше допустимых \d+ МБ\. Ничего не сохранено/,
  )
  // who was signed in a moment ago gets longer words back, and hears where the longest are
  expect(await answerTo(post('Content-Length: 300000'), false, true)).toContain('200')
  expect(await answerTo(post('Content-Length: 20000000', '/drafts/x/remark'), false, true)).toMatch(
    /401.*Вернитесь назад/,
  )
})

const formed = (fields: [string, string][]) =>
  formOf(new Request('http://x', { method: 'POST', body: new URLSearchParams(fields) }))

test('a form is read as it was sent, without NUL and without what the library says to itself', async () => {
  const fields: [string, string][] = [
    ['stages[2].title', 'Обсуждение'],
    ['answers', 'a'],
    ['answers', 'b\0c'],
    ['__state__', '{'],
    ['__intent__', '{'],
  ]
  expect([...(await formed(fields))]).toEqual([
    ['stages[2].title', 'Обсуждение'],
    ['answers', 'a'],
    ['answers', 'bc'],
  ])
})

test.each<[string, [string, string][]]>([
  ['an index of millions', [['x[10000000]', '1']]],
  ['a path without end', [[`a${'.a'.repeat(90)}`, '1']]],
  ['a name without end', [['a'.repeat(201), '1']]],
  ['fields without end', Array.from({ length: 5001 }, () => ['a', '1'])],
])('%s is no form', async (_, fields) => {
  await expect(formed(fields)).rejects.toMatchObject({ init: { status: 400 } })
})

test('a body that is no form at all is a 400', async () => {
  const json = new Request('http://x', {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  })
  await expect(formOf(json)).rejects.toMatchObject({ init: { status: 400 } })
})
