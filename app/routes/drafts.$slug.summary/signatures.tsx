import { LinkButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './summary.module.css'
import type { SummaryView } from './summary.server.ts'

type Props = { slug: string; signatures: SummaryView['signatures']; maySign: boolean }

/** Who signed the summary and the signed file; what was entered before stays. */
export function Signatures({ slug, signatures, maySign }: Props) {
  const { signature: words } = useMessages().reviewOutcome.summary
  const [last, ...earlier] = [...signatures].reverse()
  if (!last && !maySign) return null
  return (
    <section aria-labelledby="signature" className={styles.totals}>
      <SectionHead id="signature" title={words.title} />
      {last ? <Signed slug={slug} signature={last} /> : <p>{words.none}</p>}
      {earlier.length > 0 && (
        <Disclosure summary={words.earlier} quiet>
          {earlier.map((signature) => (
            <Signed key={signature.id} slug={slug} signature={signature} />
          ))}
        </Disclosure>
      )}
      {maySign && (
        <div>
          <LinkButton href={`/drafts/${slug}/summary/signature`} small>
            {words.add}
          </LinkButton>
        </div>
      )}
    </section>
  )
}

function Signed({ slug, signature }: { slug: string; signature: SummaryView['signatures'][number] }) {
  const { signature: words } = useMessages().reviewOutcome.summary
  const { id, post, signatory, day, detached } = signature
  return (
    <>
      <p>
        {words.by(post, signatory)}, <Time value={day} as="date" />
      </p>
      <FileLink href={`/drafts/${slug}/summary/signatures/${id}`} kind={detached ? 'SIG' : ''}>
        {detached ? words.sig : words.scan}
      </FileLink>
    </>
  )
}
