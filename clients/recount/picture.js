// SPDX-License-Identifier: Apache-2.0

// Prints the certificate of a sample decision, for the picture in docs/decisions.md: node clients/recount/picture.js zh

import { renderCertificate } from './certificate.js';
import { compareAll } from './compare.js';
import { HEAD, sampleDecision } from './sample.js';

const language = process.argv[2] === 'zh' ? 'zh' : 'en';
const head = { ...HEAD, chain: { ...HEAD.chain, name: language === 'zh' ? '柳苑小区' : HEAD.chain.name } };
const facts = sampleDecision();
process.stdout.write(renderCertificate(head, 7, facts, compareAll(facts), language));
