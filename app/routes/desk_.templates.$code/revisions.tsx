import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './template.module.css'

type Revision = {
  id: string
  revision: number
  title: string
  createdAt: Date
  size: number
  common: boolean
  retired: boolean
}
type Props = { revisions: readonly Revision[]; organisation: string; mayCommon: boolean }

/** Revisions of the template, newest first: the own ones and those common to all. */
export function Revisions({ revisions, organisation, mayCommon }: Props) {
  const words = useMessages().papers.template
  const living = revisions.filter(({ retired }) => !retired)
  const inUse = living.find(({ common }) => !common) ?? living[0]
  return (
    <section aria-labelledby="revisions">
      <SectionHead title={words.revisions} id="revisions" />
      {revisions.length === 0 && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
      <ul className={styles.revisions}>
        {revisions.map((one) => (
          <li key={one.id}>
            <OneRevision {...one} inUse={one.id === inUse?.id} />
            {(!one.common || mayCommon) && (
              <Form
                method="post"
                action={`/desk/templates/revisions/${one.id}/${one.retired ? 'restoration' : 'retirement'}?organisation=${organisation}`}
              >
                <Button small>{one.retired ? words.restore : words.retire}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneRevision({
  id,
  revision,
  title,
  createdAt,
  size,
  common,
  retired,
  inUse,
}: Revision & { inUse: boolean }) {
  const words = useMessages().papers.template
  const format = useFormat()
  return (
    <>
      <FileLink href={`/desk/templates/revisions/${id}/file`} kind="DOCX" bytes={size}>
        {words.revision(revision)}
      </FileLink>
      <span>{title}</span>
      <span className={styles.facts}>
        {words.added(format.day(createdAt))}
        {common && `, ${words.ofAll}`}
      </span>
      {inUse && <Tag tone="green">{words.inUse}</Tag>}
      {retired && <Tag>{words.retired}</Tag>}
    </>
  )
}
