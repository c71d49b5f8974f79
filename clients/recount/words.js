// SPDX-License-Identifier: Apache-2.0

// The words of a certificate's page in each language.

/** @typedef {'en' | 'zh'} Language */

/** @type {Language[]} */
export const LANGUAGES = ['en', 'zh'];

const en = {
	tag: 'en',
	title: (/** @type {string} */ community, /** @type {number} */ id) => `${community}: certificate of decision ${id}`,
	motion: 'A motion',
	election: (/** @type {number} */ seats) => `An election to ${seats} seat${seats === 1 ? '' : 's'}`,
	choice: (/** @type {number} */ options) => `A choice among ${options} options`,
	option: (/** @type {number} */ place) => `Option ${place + 1}`,
	chosen: (/** @type {string} */ places) => `Chosen: ${places}.`,
	runOff: (/** @type {string} */ places) => `A run-off decides between: ${places}.`,
	everywhere: 'of the whole community',
	buildings: (/** @type {string} */ ids) => `of the owners in buildings ${ids}`,
	kind: (/** @type {string} */ kind, /** @type {string} */ where) => `${kind} ${where}.`,
	unitKinds: ['homes', 'shops', 'parking spaces', 'storage rooms'],
	onlyKinds: (/** @type {string} */ kinds) => `Only units of these kinds took part: ${kinds}.`,
	window: (/** @type {string} */ opens, /** @type {string} */ closes) => `Votes were cast from ${opens} to ${closes}.`,
	/** @type {Record<string, string>} */
	stages: {
		extended: 'Voting was extended by the rule of the class.',
		second_call: 'It was decided at the second call, with the quorum of that call.',
	},
	stoodStill: (/** @type {string} */ hours) =>
		`The chain stood still for ${hours} h meanwhile, and the vote lasted that much longer.`,
	record: (/** @type {bigint} */ block) => `Owners and areas are those at the end of block ${block}, the record date.`,
	rules: (/** @type {number} */ book, /** @type {number} */ rules) => `Decided by class ${rules} of rule book ${book}.`,
	result: 'Result',
	count: 'Count',
	what: 'Item',
	area: 'Area (m²)',
	heads: 'Owners',
	rows: {
		total: 'Entitled to vote',
		participating: 'Took part',
		in_favour: 'For',
		against: 'Against',
		abstaining: 'Abstained',
		served_silent: 'Served and silent',
		quorum_only: 'For the quorum only',
	},
	candidate: (/** @type {number} */ place) => `Candidate ${place + 1}`,
	elected: (/** @type {string} */ places) => `Elected: ${places}.`,
	reserve: (/** @type {string} */ places) => `In reserve: ${places}.`,
	none: 'nobody',
	pause: ' ',
	between: ', ',
	/** @type {Record<string, string>} */
	verdicts: {
		Passed: 'Passed.',
		NobodyEntitled: 'Rejected: nobody had voting power.',
		NobodyVoted: 'Rejected: no ballot was cast.',
		ParticipationArea: 'Rejected: too little area took part.',
		ParticipationHeads: 'Rejected: too few owners took part.',
		AllAbstained: 'Rejected: all voters abstained.',
		ApprovalArea: 'Rejected: too little area was in favour.',
		ApprovalHeads: 'Rejected: too few owners were in favour.',
		Tie: 'Rejected: votes for and against were equal.',
		VetoArea: 'Rejected: too much area was against.',
		VetoHeads: 'Rejected: too many owners were against.',
		NoCandidate: 'Nobody was elected: no candidate had enough approval.',
		TooFewElected:
			'Nobody was elected: fewer than the minimum number of seats, or no majority of them, could be filled.',
		NotForMotions: 'Rejected: the class is for elections.',
		Tract: 'Rejected: the whole community is in favour, but not every tract.',
	},
	tract: (/** @type {string} */ ids) => `Within the tract of buildings ${ids}`,
	inTract: 'It had to pass within each tract as well, where an owner counts with the units there.',
	reason: (/** @type {string} */ name) => `The chain calls this reason ${name}.`,
	recent: 'Recent changes',
	recentSince: (/** @type {bigint} */ block, /** @type {string | null} */ time) =>
		`How much comes from owners whose accounts or areas changed after block ${block}${time === null ? '' : ` (${time})`} and up to the close. A change can be quite ordinary: a sale, a first account, a lost phone.`,
	noRecent: 'Nobody’s accounts or areas changed in that time.',
	recentLater: (/** @type {bigint} */ heads) =>
		`Of those who took part, ${heads} changed only after their ballots had been cast: the account before cast them.`,
	again: 'Counted again',
	right: (/** @type {number} */ ballots) =>
		`An independent program counted all ${ballots} ballots again from the chain's data, with the same numbers and the same result.`,
	timesUnchecked:
		'Not checked, as the node does not know the times of these blocks: when the notice was given, and when the vote was closed.',
	unchecked: (/** @type {string} */ owners) =>
		`Not checked, as the node no longer has the chain’s states of that time: which owners and offices the accounts had that cast ballots for owners ${owners}, or recorded deliveries to them.`,
	wrong: 'Counted again from the chain’s data, the ballots do NOT match the certificate:',
	differs: (/** @type {string} */ what, /** @type {string} */ ours, /** @type {string} */ theirs) =>
		`${what}: counted ${ours}, but the certificate says ${theirs}`,
	foot: (/** @type {number} */ block, /** @type {string} */ hash, /** @type {string} */ genesis) =>
		`Read at finalised block ${block} (${hash}) of the chain with genesis ${genesis}.`,
};

/** @type {typeof en} */
const zh = {
	tag: 'zh-CN',
	title: (community, id) => `${community}：第 ${id} 号决定的计票证书`,
	motion: '表决事项',
	election: (seats) => `选举，${seats} 个席位`,
	choice: (options) => `${options} 个方案中选一`,
	option: (place) => `方案 ${place + 1}`,
	chosen: (places) => `选定：${places}。`,
	runOff: (places) => `在以下方案中再次表决：${places}。`,
	everywhere: '全体业主',
	buildings: (ids) => `楼栋 ${ids} 的业主`,
	kind: (kind, where) => `${kind}，由${where}表决。`,
	unitKinds: ['住宅', '商业用房', '车位', '储藏室'],
	onlyKinds: (kinds) => `只有以下房屋参加表决：${kinds}。`,
	window: (opens, closes) => `投票时间：${opens} 至 ${closes}。`,
	stages: {
		extended: '投票期按该类规定延长过一次。',
		second_call: '在第二次征集时决定，适用第二次征集的参与要求。',
	},
	stoodStill: (hours) => `其间停链 ${hours} 小时，投票期相应顺延。`,
	record: (block) => `业主和面积以登记基准日（区块 ${block} 结束时）为准。`,
	rules: (book, rules) => `适用第 ${book} 版议事规则的第 ${rules} 类决定。`,
	result: '结果',
	count: '计票',
	what: '项目',
	area: '面积（平方米）',
	heads: '业主人数',
	rows: {
		total: '有表决权的',
		participating: '参与表决的',
		in_favour: '同意',
		against: '反对',
		abstaining: '弃权',
		served_silent: '已送达而未表态',
		quorum_only: '只计参与',
	},
	candidate: (place) => `候选人 ${place + 1}`,
	elected: (places) => `当选：${places}。`,
	reserve: (places) => `候补：${places}。`,
	none: '无',
	pause: '',
	between: '、',
	verdicts: {
		Passed: '通过。',
		NobodyEntitled: '未通过：没有有表决权的业主。',
		NobodyVoted: '未通过：没有选票。',
		ParticipationArea: '未通过：参与表决的面积不足。',
		ParticipationHeads: '未通过：参与表决的人数不足。',
		AllAbstained: '未通过：没有人同意或反对。',
		ApprovalArea: '未通过：同意的面积不足。',
		ApprovalHeads: '未通过：同意的人数不足。',
		Tie: '未通过：同意与反对相等。',
		VetoArea: '未通过：反对的面积过多。',
		VetoHeads: '未通过：反对的人数过多。',
		NoCandidate: '无人当选：没有候选人得到足够的同意。',
		TooFewElected: '无人当选：能当选的人数少于最低席位数，或未过席位总数的半数。',
		NotForMotions: '未通过：该类决定只用于选举。',
		Tract: '未通过：全体业主同意，但有的分区未通过。',
	},
	tract: (ids) => `分区（楼栋 ${ids}）`,
	inTract: '各分区也须分别通过；业主在分区内按其在该分区的房屋计算。',
	reason: (name) => `链上的原因代码：${name}。`,
	recent: '近期变动',
	recentSince: (block, time) =>
		`以下为账户或面积在区块 ${block}${time === null ? '' : `（${time}）`}之后、计票结束之前有过变动的业主所占的部分。变动可能很平常：卖房、首次开通账户、手机丢失。`,
	noRecent: '这段时间内没有业主的账户或面积变动。',
	recentLater: (heads) => `参与表决的业主中有 ${heads} 人在投票之后才变动，选票是变动之前的账户投的。`,
	again: '重新计票',
	right: (ballots) => `另一个程序根据链上数据重新计算了全部 ${ballots} 张选票，数字和结果与证书一致。`,
	timesUnchecked: '有一项没有核对，因为节点不知道有关区块的时间：何时公告、何时计票结束。',
	unchecked: (owners) =>
		`有一项没有核对，因为节点已不保留当时的链上状态：替业主 ${owners} 投票或记录送达的账户当时属于哪位业主、任何职务。`,
	wrong: '根据链上数据重新计票，结果与证书不一致：',
	differs: (what, ours, theirs) => `${what}：重新计得 ${ours}，证书为 ${theirs}`,
	foot: (block, hash, genesis) => `读取自最终区块 ${block}（${hash}），链的创世哈希值 ${genesis}。`,
};

export const WORDS = { en, zh };
