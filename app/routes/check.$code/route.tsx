import { useLoaderData } from '@remix-run/react'
import { issuedUnder } from '#app/domain/panels/conclusions.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Time } from '#app/ui/time.tsx'
import { serve } from '#app/web/serve.server.ts'
import styles from './check.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { code, sha256, issuedAt, revokedAt, revokeReason, conclusion } = await issuedUnder(
    ctx,
    params.code ?? '',
  )
  return { title: t.panels.check.title(code), code, sha256, issuedAt, revokedAt, revokeReason, conclusion }
})

export default function CheckPage() {
  const { code, sha256, issuedAt, revokedAt, revokeReason, conclusion } = useLoaderData<typeof loader>()
  const { check: words } = useMessages().panels
  return (
    <Page width="text">
      <PageHead eyebrow={words.eyebrow} title={words.title(code)} />
      <Stack gap={4}>
        {revokedAt ? (
          <Notice kind="error" title={words.revoked}>
            <p>
              <Time value={revokedAt} as="date" />. {revokeReason}
            </p>
          </Notice>
        ) : (
          <Notice kind="success" title={words.valid} />
        )}
        <dl className={styles.facts}>
          <dt>{words.what}</dt>
          <dd>{conclusion ? words.conclusion(conclusion.number) : words.other}</dd>
          {conclusion && (
            <>
              <dt>{words.about}</dt>
              <dd>
                <Anchor href={`/drafts/${conclusion.slug}`}>{conclusion.title}</Anchor>
              </dd>
            </>
          )}
          <dt>{words.when}</dt>
          <dd>
            <Time value={issuedAt} as="date" />
          </dd>
          <dt>{words.hash}</dt>
          <dd>
            <code>{sha256}</code>
          </dd>
        </dl>
        {conclusion && (
          <div>
            <LinkButton href={`/conclusions/${conclusion.number}`} look="main">
              {words.open}
            </LinkButton>
          </div>
        )}
        <p className={styles.honest}>{words.honest}</p>
      </Stack>
    </Page>
  )
}
