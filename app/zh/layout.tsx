import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Paper, paperMetadata, paperViewport } from '@/app/paper'

export const viewport = paperViewport

export function generateMetadata(): Metadata {
  return paperMetadata('zh')
}

export default function Layout({ children }: { readonly children: ReactNode }) {
  return <Paper language="zh">{children}</Paper>
}
