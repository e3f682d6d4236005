/** The invented community of the demonstration, read and checked when it is loaded; no other code needs it. */
import type { z } from 'zod'
import * as s from './schema/demo.ts'
import { readYaml } from './source.ts'

export type DemoNames = z.infer<typeof s.demoNamesSchema>
export type DemoCommunity = z.infer<typeof s.demoCommunitySchema>
export type DemoOrder = z.infer<typeof s.demoOrdersSchema>['orders'][number]
export type DemoOrders = z.infer<typeof s.demoOrdersSchema>
export type DemoContent = { names: DemoNames; community: DemoCommunity; orders: DemoOrders }

/** Reads the files under `root`/content/demo; throws ContentError at the first fault. */
export function demoContent(root: string = process.cwd()): DemoContent {
  return {
    names: readYaml(root, 'content/demo/names.yaml', s.demoNamesSchema).value,
    community: readYaml(root, 'content/demo/community.yaml', s.demoCommunitySchema).value,
    orders: readYaml(root, 'content/demo/orders.yaml', s.demoOrdersSchema).value,
  }
}
