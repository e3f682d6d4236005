import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Band } from './band.tsx'
import styles from './consents.module.css'
import { PublicationForm } from './publication-form.tsx'
import type { loader } from './route.tsx'

/** What stands, what stood, and how each is given and withdrawn. */
export function OwnConsents() {
  const { consents, expert, bandOpen } = useLoaderData<typeof loader>()
  const { accounts, ownData } = useMessages()
  const words = accounts.ownConsents
  const format = useFormat()
  const standing = consents.filter(({ withdrawnAt }) => withdrawnAt === null)
  const processing = standing.find(({ kind }) => kind === 'processing')
  const distribution = standing.filter(({ kind }) => kind === 'distribution')
  const band = standing.find(({ kind }) => kind === 'band')
  const past = consents.filter(({ withdrawnAt }) => withdrawnAt !== null)
  const given = ({ givenAt, version, signedOn, fields }: (typeof consents)[number]) =>
    [
      signedOn ? words.onPaper(format.day(signedOn)) : words.given(format.day(givenAt), version),
      ...(fields.length > 0 ? [fields.join(', ')] : []),
    ].join(': ')
  return (
    <div className={styles.consents}>
      <Stack gap={6}>
        <p className={styles.lead}>{words.lead}</p>
        <section>
          <SectionHead title={words.kinds.distribution}>
            {stateTag(distribution.length > 0, words)}
          </SectionHead>
          {distribution.length === 0
            ? words.none
            : distribution.map((one) => <p key={one.id}>{given(one)}</p>)}
          <PublicationForm key={distribution.map(({ id }) => id).join()} />
        </section>
        {(band || (expert && !bandOpen)) && (
          <section id="band">
            <SectionHead title={words.kinds.band}>{stateTag(band !== undefined, words)}</SectionHead>
            <Band given={band ? given(band) : null} />
          </section>
        )}
        <section>
          <SectionHead title={words.kinds.processing}>
            {stateTag(processing !== undefined, words)}
          </SectionHead>
          {processing && <p>{given(processing)}</p>}
          <p className={styles.hint}>{words.close.text}</p>
          <div className={styles.action}>
            <Row>
              <LinkButton href="/cabinet/closing">{words.close.title}</LinkButton>
              <Anchor href="/consents#processing">{words.read}</Anchor>
              <Anchor href="/cabinet/erasure">{ownData.erasure.link}</Anchor>
            </Row>
          </div>
        </section>
        {past.length > 0 && (
          <section>
            <SectionHead title={words.history} />
            <ul>
              {past.map((consent) => (
                <li key={consent.id}>
                  {words.kinds[consent.kind]}. {given(consent)}.{' '}
                  {consent.withdrawnAt && words.withdrawn(format.day(consent.withdrawnAt))}
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    </div>
  )
}

function stateTag(stands: boolean, words: { stands: string; absent: string }) {
  return <Tag tone={stands ? 'green' : 'neutral'}>{stands ? words.stands : words.absent}</Tag>
}
