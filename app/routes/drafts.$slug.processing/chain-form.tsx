import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import type { ProcessingView } from './route.tsx'

type ChainFormProps = { view: Pick<ProcessingView, 'draft' | 'chain' | 'may' | 'unconfirmed'> }

/** Which steps an answer passes, and the signatory's step. */
export function ChainForm({ view }: ChainFormProps) {
  const words = useMessages().reviewWork.processing
  const { draft, chain, may, unconfirmed } = view
  const address = `/drafts/${draft.slug}`
  return (
    <>
      {chain.signatory && may.confirm && unconfirmed > 0 && (
        <form method="post" action={`${address}/confirmation`}>
          <Button look="main">{words.confirm(unconfirmed)}</Button>
        </form>
      )}
      {may.chain && (
        <Disclosure summary={words.chain}>
          <form method="post" action={`${address}/chain`}>
            <Stack gap={2}>
              <p>{words.chainText}</p>
              <Checkbox name="executor" label={words.chainExecutor} defaultChecked={chain.executor} />
              <Checkbox name="signatory" label={words.chainSignatory} defaultChecked={chain.signatory} />
              <div>
                <Button>{words.chainSave}</Button>
              </div>
            </Stack>
          </form>
        </Disclosure>
      )}
    </>
  )
}
