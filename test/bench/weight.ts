/** Bytes of JavaScript that a page brings to a browser, gzipped, everything counted that it fetches until it rests. */
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '#test/support/browser.ts'

/** Kilobytes (1000 bytes) of gzipped JavaScript per address. */
export async function scriptWeight(site: string, paths: string[]): Promise<Map<string, number>> {
  const browser = await launchBrowser()
  const weights = new Map<string, number>()
  for (const path of paths) {
    const context = await browser.newContext({ baseURL: site })
    const page = await context.newPage()
    const bodies: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (/javascript/.test(response.headers()['content-type'] ?? '')) bodies.push(response.body())
    })
    const answer = await page.goto(path, { waitUntil: 'load' })
    // The words of the page come after its scripts run; a long page may be quiet for a while before that.
    await page.waitForTimeout(1500)
    if (answer?.status() !== 200 || bodies.length === 0)
      throw new Error(`${path}: ${answer?.status()}, ${bodies.length} scripts`)
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length)
    weights.set(path, sizes.reduce((sum, size) => sum + size, 0) / 1000)
    await context.close()
  }
  await browser.close()
  return weights
}
