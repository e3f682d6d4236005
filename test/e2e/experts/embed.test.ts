/** The registry in a frame of another site. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '#test/support/site.ts'

test('another site shows the registry in a frame and searches in it; any other page refuses to be framed', async ({
  site,
  browser,
}) => {
  const host = createServer((_, response) =>
    response
      .setHeader('Content-Type', 'text/html')
      .end(`<iframe src="${site.url}/embed/experts?lang=ru" width="600" height="600"></iframe>
        <iframe src="${site.url}/experts" name="refused"></iframe>`),
  )
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  try {
    // a page of another site is no page of ours: what it may ask for is not looked at
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`)
    const frame = page.frameLocator('iframe').first()
    await expect.poll(() => frame.locator('li').count()).toBe(10)
    await frame.getByRole('searchbox').fill('Ордынцева')
    await frame.getByRole('button').click()
    await expect.poll(() => frame.locator('li').allInnerTexts()).toHaveLength(1)
    expect(await frame.locator('li').innerText()).toContain('Ордынцева Кира')
    const answer = await fetch(`${site.url}/embed/experts`)
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(answer.headers.get('x-frame-options')).toBeNull()
    expect(await answer.text()).not.toContain('<script')
    const other = await fetch(`${site.url}/experts`)
    expect(other.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(other.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(page.frame('refused')?.url()).not.toBe(`${site.url}/experts`)
    await page.close()
  } finally {
    host.close()
  }
})

test('words of the address stay words in the frame', async ({ site }) => {
  const words = '"><img src=x onerror=alert(1)>'
  const answer = await fetch(`${site.url}/embed/experts?q=${encodeURIComponent(words)}&direction=%22%3E`)
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(text).not.toContain('<img')
})
