import { found } from '#app/domain/problem.ts'
import type { Args } from '#app/web/serve.server.ts'
import { signingPage } from './page.server.ts'

/** The page of a step about one of the signers, named by public number in the address. */
export async function signerPage(args: Args) {
  const { signers, number, document } = await signingPage(args)
  const person = Number(args.url.searchParams.get('person'))
  const signer = found(signers.find((one) => one.person === person))
  return { number, sha256: document.sha256, signer }
}
