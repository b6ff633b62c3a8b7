'use client'
import { label } from './innocent'

export const Copy = () => <button type="button">{label()}</button>
