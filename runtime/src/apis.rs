// SPDX-License-Identifier: Apache-2.0

//! The runtime APIs, for the node and clients.

// The macro writes items without docs; each API documents its own.
#![allow(missing_docs)]

use crate::{
	configs::consensus::SlotDuration, genesis, links, AccountId, Balance, Block, BlockNumber, Cashier, Committee,
	Community, Deposits, Executive, Expenses, Fees, Fund, Governance, Grandpa, Hash, Meters, Nonce, Projects, Registry,
	Repair, Runtime, RuntimeCall, RuntimeGenesisConfig, SessionKeys, Sharing, System, TransactionPayment, Validators,
	VERSION,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	weights::Weight,
};
use linli_primitives::{
	calendar::Calendar, traits::RepairShares, BankId, BillKey, BookingId, BuildingId, Buildings, ChargeId, ContentHash,
	DepositId, EntryId, ExpenseId, Fen, Link, LinkPage, MeterId, MilestoneId, Moment, OrderId, OwnerId, PaymentId,
	Period, PeriodKind, PotId, Power, ProjectId, Role, UnitId, Utility,
};
use pallet_grandpa::AuthorityId as GrandpaId;
use pallet_linli_committee::types::CommitteeView;
use pallet_linli_deposits::types as deposits;
use pallet_linli_expenses::types as spending;
use pallet_linli_fees::{
	api::{ArrearsPage, BillView, ChargeView, Dues, PlanView, Progress, StatementPage, TotalsView},
	types as fees,
};
use pallet_linli_governance::{tally::Tally, types as assembly, BoundedCallOf, ProposalOf};
use pallet_linli_meters::types as metering;
use pallet_linli_projects::types as escrow;
use pallet_linli_sharing::types as sharing;
use pallet_linli_validators::types::{RevivalView, Tolerance, ValidatorView};
use sp_api::impl_runtime_apis;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_slots::EquivocationProof;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult,
};
use sp_version::RuntimeVersion;

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block)
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> sp_runtime::ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: frame_support::view_functions::ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, frame_support::view_functions::ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(data: sp_inherents::InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
			crate::inherents::create(&data)
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: sp_inherents::InherentData,
		) -> sp_inherents::CheckInherentsResult {
			crate::inherents::check(&data, &block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			tx: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			crate::configs::migrations::ensure_open(&tx)?;
			Executive::validate_transaction(source, tx, block_hash)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
		fn slot_duration() -> sp_consensus_aura::SlotDuration {
			sp_consensus_aura::SlotDuration::from_millis(SlotDuration::get())
		}

		fn authorities() -> Vec<AuraId> {
			pallet_aura::Authorities::<Runtime>::get().into_inner()
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(owner: Vec<u8>, seed: Option<Vec<u8>>) -> sp_session::OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			pallet_grandpa::CurrentSetId::<Runtime>::get()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation_proof: sp_consensus_grandpa::EquivocationProof<<Block as BlockT>::Hash, NumberFor<Block>>,
			key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			Grandpa::submit_unsigned_equivocation_report(equivocation_proof, key_owner_proof.decode()?)
		}

		fn generate_key_ownership_proof(
			_set_id: sp_consensus_grandpa::SetId,
			authority_id: GrandpaId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			let proof = Validators::prove_voter(&authority_id)?;
			Some(sp_consensus_grandpa::OpaqueKeyOwnershipProof::new(proof.encode()))
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance> for Runtime {
		fn query_info(
			uxt: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> pallet_transaction_payment_rpc_runtime_api::RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_info(uxt, len)
		}

		fn query_fee_details(
			uxt: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> pallet_transaction_payment::FeeDetails<Balance> {
			TransactionPayment::query_fee_details(uxt, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<Block, Balance, RuntimeCall>
		for Runtime
	{
		fn query_call_info(
			call: RuntimeCall,
			len: u32,
		) -> pallet_transaction_payment_rpc_runtime_api::RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_call_info(call, len)
		}

		fn query_call_fee_details(call: RuntimeCall, len: u32) -> pallet_transaction_payment::FeeDetails<Balance> {
			TransactionPayment::query_call_fee_details(call, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_linli_registry::api::RegistryApi<Block, AccountId, BlockNumber> for Runtime {
		fn unit_count() -> UnitId {
			pallet_linli_registry::NextUnit::<Runtime>::get()
		}

		fn unit(unit: UnitId) -> Option<pallet_linli_registry::Unit> {
			pallet_linli_registry::Units::<Runtime>::get(unit)
		}

		fn units(from: UnitId, limit: u32) -> pallet_linli_registry::UnitsPage {
			Registry::units(from, limit)
		}

		fn owner_count() -> OwnerId {
			pallet_linli_registry::NextOwner::<Runtime>::get()
		}

		fn owner(owner: OwnerId) -> Option<pallet_linli_registry::OwnerView<AccountId>> {
			Registry::owner(owner)
		}

		fn owner_of(account: AccountId) -> Option<OwnerId> {
			Registry::owner_of(&account)
		}

		fn units_of_owner(owner: OwnerId, after: Option<UnitId>, limit: u32) -> pallet_linli_registry::UnitsPage {
			Registry::units_of_owner(owner, after, limit)
		}

		fn power_at(
			owner: OwnerId,
			block: BlockNumber,
			buildings: Option<Vec<BuildingId>>,
		) -> Power {
			Registry::power_at(owner, block, buildings.as_deref())
		}

		fn totals_at(block: BlockNumber, buildings: Option<Vec<BuildingId>>) -> Power {
			Registry::totals_at(block, buildings.as_deref())
		}

		fn residents(unit: UnitId) -> Vec<pallet_linli_registry::Resident<AccountId>> {
			Registry::residents(unit)
		}

		fn ticket(key: pallet_linli_registry::TicketKey) -> Option<pallet_linli_registry::TicketView<AccountId>> {
			Registry::ticket(key)
		}

		fn may_claim(key: pallet_linli_registry::TicketKey) -> Option<OwnerId> {
			Registry::may_claim(key)
		}

		fn roles_of(account: AccountId) -> Vec<Role> {
			Registry::roles_of(&account)
		}

		fn holders(role: Role) -> Vec<AccountId> {
			Registry::holders(role)
		}
	}

	impl pallet_linli_fund::api::FundApi<Block, AccountId> for Runtime {
		fn pots() -> Vec<(PotId, pallet_linli_fund::Pot)> {
			Fund::pots()
		}

		fn pot(pot: PotId) -> Option<pallet_linli_fund::Pot> {
			Fund::pot(pot)
		}

		fn pot_account(pot: PotId) -> AccountId {
			Fund::pot_account(pot)
		}

		fn entries(
			pot: PotId,
			from: EntryId,
			count: u32,
		) -> Vec<(EntryId, pallet_linli_fund::Entry<AccountId>)> {
			Fund::entries(pot, from, count)
		}

		fn entry_since(pot: PotId, moment: Moment) -> EntryId {
			Fund::entry_since(pot, moment)
		}

		fn follow(link: Link<AccountId>, from: u64, count: u32) -> LinkPage<AccountId> {
			links::follow(link, from, count)
		}

		fn totals() -> pallet_linli_fund::FundTotals {
			Fund::totals()
		}

		fn month(pot: PotId, month: Period) -> Option<pallet_linli_fund::MonthBook> {
			Fund::month(pot, month)
		}

		fn month_close(month: Period) -> Option<pallet_linli_fund::MonthClose<AccountId>> {
			Fund::month_close(month)
		}

		fn last_closed() -> Option<Period> {
			Fund::last_closed()
		}
	}

	impl crate::balances::BooksApi<Block, AccountId> for Runtime {
		fn balances(after: Option<AccountId>, count: u32) -> crate::balances::BalancesPage<AccountId> {
			crate::balances::page(after, count)
		}
	}

	impl pallet_linli_community::api::CommunityApi<Block> for Runtime {
		fn facts() -> pallet_linli_community::Facts {
			Community::facts()
		}

		fn calendar() -> Calendar {
			<Community as linli_primitives::traits::Community>::calendar()
		}

		fn period(period: Period, kind: PeriodKind) -> Option<(Moment, Moment)> {
			Community::period(period, kind)
		}

		fn clock() -> pallet_linli_community::ClockState {
			Community::clock()
		}

		fn standstills(first: u32, count: u32) -> Vec<pallet_linli_community::Standstill> {
			Community::standstills(first, count)
		}
	}

	impl pallet_linli_deposits::api::DepositsApi<Block, AccountId> for Runtime {
		fn rules() -> deposits::DepositRules {
			Deposits::rules()
		}

		fn deposit(deposit: DepositId) -> Option<deposits::Deposit<AccountId>> {
			Deposits::deposit(deposit)
		}

		fn of_unit(unit: UnitId, after: Option<DepositId>, count: u32) -> Vec<(DepositId, deposits::Deposit<AccountId>)> {
			Deposits::of_unit(unit, after, count)
		}

		fn open_of(payer: AccountId) -> Vec<(DepositId, deposits::Deposit<AccountId>)> {
			Deposits::open_of(&payer)
		}
	}

	impl pallet_linli_repair::api::RepairApi<Block> for Runtime {
		fn rules() -> pallet_linli_repair::RepairRules {
			Repair::rules()
		}

		fn totals() -> pallet_linli_repair::RepairTotals {
			Repair::totals()
		}

		fn share(unit: UnitId) -> Option<pallet_linli_repair::ShareView> {
			Repair::share(unit)
		}

		fn statement(unit: UnitId, from: u32, count: u32) -> Vec<(u32, pallet_linli_repair::ShareEntry)> {
			Repair::statement(unit, from, count)
		}

		fn top_up_list(from: UnitId, count: u32) -> pallet_linli_repair::TopUpPage {
			Repair::top_up_list(from, count)
		}

		fn related_units(buildings: Option<Buildings>) -> u32 {
			<Repair as RepairShares>::related_units(buildings.as_deref().map(Vec::as_slice))
		}
	}

	impl pallet_linli_meters::api::MetersApi<Block, AccountId> for Runtime {
		fn meter(meter: MeterId) -> Option<metering::MeterView<AccountId>> {
			Meters::meter(meter)
		}

		fn unit_meters(unit: UnitId) -> Vec<metering::MeterView<AccountId>> {
			Meters::unit_meters(unit)
		}

		fn readings(meter: MeterId, from: u32, count: u32) -> Vec<(u32, metering::Reading<AccountId>)> {
			Meters::readings(meter, from, count)
		}

		fn proposals() -> Vec<(metering::MeterProposalId, metering::Proposal<AccountId>)> {
			Meters::proposals()
		}

		fn awaited(from: MeterId, count: u32) -> Vec<metering::AwaitedReading> {
			Meters::awaited(from, count)
		}
	}

	impl pallet_linli_expenses::api::ExpensesApi<Block, AccountId> for Runtime {
		fn budget(year: u16) -> Option<spending::BudgetView<AccountId>> {
			Expenses::budget(year)
		}

		fn rules() -> spending::ExpenseRules {
			Expenses::rules()
		}

		fn expense(expense: ExpenseId) -> Option<spending::Expense<AccountId>> {
			Expenses::expense(expense)
		}

		fn terms(expense: ExpenseId) -> Option<ContentHash> {
			Expenses::terms(expense)
		}

		fn expense_pot(expense: ExpenseId) -> Option<PotId> {
			Expenses::expense_pot(expense)
		}

		fn expenses(from: ExpenseId, count: u32) -> Vec<(ExpenseId, spending::Expense<AccountId>)> {
			Expenses::expenses(from, count)
		}

		fn open_expenses() -> Vec<(ExpenseId, spending::Expense<AccountId>)> {
			Expenses::open_expenses()
		}

		fn invoice(invoice: ContentHash) -> Option<spending::SupplierInvoice<AccountId>> {
			Expenses::invoice(invoice)
		}

		fn audit_state(expense: ExpenseId) -> Option<spending::AuditState> {
			Expenses::audit_state(expense)
		}

		fn audit(expense: ExpenseId) -> Option<spending::Audit<AccountId>> {
			Expenses::audit(expense)
		}

		fn overdue_audits(after: Option<(Moment, ExpenseId)>, count: u32) -> Vec<(Moment, ExpenseId)> {
			Expenses::overdue_audits(after, count)
		}

		fn line_months(month: Period, after: Option<spending::Heading>, count: u32) -> Vec<(spending::Heading, Fen)> {
			Expenses::line_months(month, after, count)
		}

		fn line_returns(month: Period, after: Option<spending::Heading>, count: u32) -> Vec<(spending::Heading, Fen)> {
			Expenses::line_returns(month, after, count)
		}

		fn refunded(expense: ExpenseId) -> Option<Fen> {
			Expenses::refunded(expense)
		}

		fn counted(limit: spending::Limit<AccountId>) -> Fen {
			Expenses::counted(limit)
		}
	}

	impl pallet_linli_projects::api::ProjectsApi<Block, AccountId, BlockNumber> for Runtime {
		fn project(project: ProjectId) -> Option<escrow::ProjectView<AccountId, BlockNumber>> {
			Projects::project(project)
		}

		fn projects(from: ProjectId, count: u32) -> Vec<escrow::ProjectView<AccountId, BlockNumber>> {
			Projects::projects(from, count)
		}

		fn escrow_account(project: ProjectId) -> AccountId {
			Projects::escrow_account(project)
		}

		fn next_steps(project: ProjectId, milestone: MilestoneId) -> Vec<escrow::NextStep<AccountId>> {
			Projects::next_steps(project, milestone)
		}

		fn totals() -> escrow::ProjectTotals {
			Projects::totals()
		}
	}

	impl pallet_linli_sharing::api::SharingApi<Block, AccountId, BlockNumber> for Runtime {
		fn resource(resource: sharing::ResourceId) -> Option<sharing::ResourceView<AccountId>> {
			Sharing::resource_view(resource)
		}

		fn search(
			filter: sharing::Filter,
			from: sharing::ResourceId,
			limit: u32,
		) -> sharing::SearchPage<AccountId> {
			Sharing::search(filter, from, limit)
		}

		fn slots_between(resource: sharing::ResourceId, from: Moment, to: Moment) -> Option<sharing::Interval> {
			Sharing::slots_between(resource, from, to)
		}

		fn free_slots(resource: sharing::ResourceId, first: sharing::Slot, slots: u32) -> Vec<sharing::Interval> {
			Sharing::free_slots(resource, first, slots)
		}

		fn booking(booking: BookingId) -> Option<sharing::BookingView<AccountId, BlockNumber>> {
			Sharing::booking_view(booking)
		}

		fn bookings_of(
			account: AccountId,
			only_open: bool,
			after: Option<BookingId>,
			limit: u32,
		) -> Vec<sharing::BookingView<AccountId, BlockNumber>> {
			Sharing::bookings_of(&account, only_open, after, limit)
		}

		fn bookings_at(
			resource: sharing::ResourceId,
			after: Option<BookingId>,
			limit: u32,
		) -> Vec<sharing::BookingView<AccountId, BlockNumber>> {
			Sharing::bookings_at(resource, after, limit)
		}

		fn may_use(resource: sharing::ResourceId, account: AccountId, moment: Moment) -> bool {
			Sharing::may_use(resource, &account, moment)
		}

		fn ratings_of_renter(account: AccountId) -> sharing::Ratings {
			Sharing::ratings_of_renter(&account)
		}

		fn ratings_of_booking(booking: BookingId) -> (Option<sharing::Rating>, Option<sharing::Rating>) {
			Sharing::ratings_of_booking(booking)
		}

		fn rules() -> sharing::SharingRules {
			pallet_linli_sharing::Rules::<Runtime>::get()
		}
	}

	impl pallet_linli_cashier::api::CashierApi<Block, AccountId> for Runtime {
		fn totals() -> pallet_linli_cashier::Totals {
			Cashier::totals()
		}

		fn reference_hash(bank: BankId, reference: Vec<u8>) -> Option<ContentHash> {
			pallet_linli_cashier::reference_hash(bank, &reference)
		}

		fn bank_entry(reference: ContentHash) -> Option<pallet_linli_cashier::BankEntry<AccountId>> {
			pallet_linli_cashier::BankEntries::<Runtime>::get(reference)
		}

		fn payouts(
			account: AccountId,
		) -> Vec<(pallet_linli_cashier::PayoutId, pallet_linli_cashier::Payout<AccountId>)> {
			Cashier::payouts(&account)
		}

		fn open_payouts(
			after: Option<pallet_linli_cashier::PayoutId>,
			count: u32,
		) -> Vec<(pallet_linli_cashier::PayoutId, pallet_linli_cashier::Payout<AccountId>)> {
			Cashier::open_payouts(after, count)
		}

		fn month(bank: BankId, period: Period) -> Option<pallet_linli_cashier::MonthTotals> {
			Cashier::month(bank, period)
		}

		fn attestation(bank: BankId, period: Period) -> Option<pallet_linli_cashier::Attestation<AccountId>> {
			Cashier::attestation(bank, period)
		}

		fn next_attestation(bank: BankId) -> Option<Period> {
			Cashier::next_attestation(bank)
		}

		fn orders(
			after: Option<OrderId>,
			count: u32,
		) -> Vec<(OrderId, pallet_linli_cashier::Order<AccountId>)> {
			Cashier::orders(after, count)
		}

		fn debts(
			after: Option<ContentHash>,
			count: u32,
		) -> Vec<(ContentHash, pallet_linli_cashier::Debt<AccountId>)> {
			Cashier::debts(after, count)
		}

		fn corrections(reference: ContentHash) -> Vec<pallet_linli_cashier::Correction<AccountId>> {
			Cashier::corrections(reference)
		}

		fn proposed_correction(
			reference: ContentHash,
		) -> Option<pallet_linli_cashier::CorrectionProposal<AccountId>> {
			Cashier::proposed_correction(reference)
		}

		fn former_attestations(
			bank: BankId,
			period: Period,
		) -> Vec<pallet_linli_cashier::Attestation<AccountId>> {
			Cashier::former_attestations(bank, period)
		}

		fn free_transfers() -> bool {
			Cashier::free_transfers()
		}

		fn banks() -> Vec<(BankId, pallet_linli_cashier::Bank, Fen)> {
			Cashier::banks()
		}

		fn journal(
			bank: BankId,
			from: u64,
			limit: u32,
		) -> Vec<(u64, ContentHash, pallet_linli_cashier::BankEntry<AccountId>)> {
			Cashier::journal(bank, from, limit)
		}

		fn journal_length(bank: BankId) -> u64 {
			pallet_linli_cashier::JournalLength::<Runtime>::get(bank)
		}

		fn auditor_figure(
			bank: BankId,
			period: Period,
		) -> Option<pallet_linli_cashier::AuditorFigure<AccountId>> {
			Cashier::auditor_figure(bank, period)
		}

		fn outstanding(
			bank: BankId,
			period: Period,
		) -> Vec<(pallet_linli_cashier::OutstandingItem, Fen)> {
			Cashier::outstanding(bank, period)
		}

		fn month_statement(period: Period) -> Option<pallet_linli_cashier::MonthStatement> {
			Cashier::month_statement(period)
		}
	}

	impl pallet_linli_fees::api::FeesApi<Block, AccountId> for Runtime {
		fn rules() -> fees::FeeRules {
			Fees::rules()
		}

		fn charges(from: ChargeId, count: u32) -> Vec<ChargeView> {
			Fees::charges(from, count)
		}

		fn bill(bill: BillKey) -> Option<BillView<AccountId>> {
			Fees::bill(bill)
		}

		fn bills_of(
			unit: UnitId,
			open_only: bool,
			after: Option<BillKey>,
			count: u32,
		) -> Vec<BillView<AccountId>> {
			Fees::bills_of(unit, open_only, after, count)
		}

		fn dues(unit: UnitId) -> Dues {
			Fees::dues(unit)
		}

		fn statement(unit: UnitId, from: u64, count: u32) -> StatementPage {
			Fees::statement(unit, from, count)
		}

		fn contributions(bill: BillKey) -> Vec<fees::Contribution<AccountId>> {
			Fees::contributions(bill)
		}

		fn credit(credit: fees::CreditId) -> Option<fees::Credit<AccountId>> {
			Fees::credit(credit)
		}

		fn credits(before: Option<fees::CreditId>, count: u32) -> Vec<(fees::CreditId, fees::Credit<AccountId>)> {
			Fees::credits(before, count)
		}

		fn single_bill(bill: BillKey) -> Option<fees::SingleBill<AccountId>> {
			Fees::single_bill(bill)
		}

		fn proposed_bills(
			before: Option<fees::SingleId>,
			count: u32,
		) -> Vec<(fees::SingleId, fees::SingleProposal<AccountId>)> {
			Fees::proposed_bills(before, count)
		}

		fn unit_plan(unit: UnitId) -> Option<PlanView<AccountId>> {
			Fees::unit_plan(unit)
		}

		fn plan(plan: fees::PlanId) -> Option<fees::Plan<AccountId>> {
			Fees::plan(plan)
		}

		fn invoice(number: ContentHash) -> Option<fees::Invoice<AccountId>> {
			Fees::invoice(number)
		}

		fn invoices_of_bill(bill: BillKey) -> Vec<ContentHash> {
			Fees::invoices_of_bill(bill)
		}

		fn invoices_of_payment(payment: PaymentId) -> Vec<ContentHash> {
			Fees::invoices_of_payment(payment)
		}

		fn unit_money(unit: UnitId, owner: OwnerId) -> Option<fees::UnitMoney<AccountId>> {
			Fees::unit_money(unit, owner)
		}

		fn pending_move(payment: PaymentId) -> Option<fees::Move<AccountId>> {
			Fees::pending_move(payment)
		}

		fn payment(payment: PaymentId) -> Option<fees::Payment<AccountId>> {
			Fees::payment(payment)
		}

		fn mandates(unit: UnitId) -> Vec<(AccountId, fees::Mandate)> {
			Fees::mandates(unit)
		}

		fn prepayments(unit: UnitId) -> Vec<(AccountId, Balance)> {
			Fees::prepayments(unit)
		}

		fn billed_use(unit: UnitId, charge: ChargeId) -> Option<fees::BilledUse> {
			Fees::billed_use(unit, charge)
		}

		fn bills_on_readings(unit: UnitId, utility: Utility, since: Moment) -> Vec<BillKey> {
			Fees::bills_on_readings(unit, utility, since)
		}

		fn shared_cost(charge: ChargeId, period: Period) -> Option<fees::SharedCost> {
			Fees::shared_cost(charge, period)
		}

		fn billing_progress() -> Progress<AccountId> {
			Fees::billing_progress()
		}

		fn arrears(from: UnitId, count: u32) -> ArrearsPage {
			Fees::arrears(from, count)
		}

		fn totals() -> TotalsView {
			Fees::totals()
		}
	}

	impl pallet_linli_governance::api::GovernanceApi<Block, AccountId, BlockNumber, BoundedCallOf<Runtime>> for Runtime {
		fn open_proposals(owner: OwnerId) -> Vec<assembly::OpenProposal<AccountId>> {
			Governance::open_proposals(owner)
		}

		fn proposal_of_owner(
			proposal: assembly::ProposalId,
			owner: OwnerId,
		) -> Option<assembly::OpenProposal<AccountId>> {
			Governance::proposal_of_owner(proposal, owner)
		}

		fn proposals(from: assembly::ProposalId, limit: u32) -> Vec<(assembly::ProposalId, ProposalOf<Runtime>)> {
			Governance::proposals(from, limit)
		}

		fn phase(proposal: assembly::ProposalId) -> Option<assembly::Phase> {
			Governance::phase(proposal)
		}

		fn until(proposal: assembly::ProposalId) -> Option<Moment> {
			Governance::until(proposal)
		}

		fn tally(proposal: assembly::ProposalId) -> Option<(Tally, Power)> {
			Governance::tally(proposal)
		}

		fn certificate(proposal: assembly::ProposalId) -> Option<assembly::Certificate<BlockNumber>> {
			Governance::certificate(proposal)
		}

		fn electorate(proposal: assembly::ProposalId) -> Option<assembly::ElectorateView<BlockNumber>> {
			Governance::electorate(proposal)
		}

		fn ballots(
			proposal: assembly::ProposalId,
			after: Option<OwnerId>,
			limit: u32,
		) -> Vec<(OwnerId, assembly::Ballot<AccountId>)> {
			Governance::ballots(proposal, after, limit)
		}

		fn rule_book(
			version: Option<assembly::RuleBookVersion>,
		) -> Option<(assembly::RuleBookVersion, assembly::RuleBook)> {
			Governance::rule_book(version)
		}
	}

	impl pallet_linli_committee::api::CommitteeApi<Block, AccountId> for Runtime {
		fn committee() -> CommitteeView<AccountId> {
			Committee::committee()
		}
	}

	impl pallet_linli_validators::api::ValidatorsApi<Block, AccountId, BlockNumber, Hash> for Runtime {
		fn validators() -> Vec<ValidatorView<AccountId>> {
			Validators::validators()
		}

		fn fault_tolerance() -> Tolerance {
			Validators::fault_tolerance()
		}

		fn pending_revival() -> Option<RevivalView<AccountId, BlockNumber, Hash>> {
			Validators::pending_revival()
		}
	}

	impl pallet_linli_validators::api::AuraEquivocationApi<Block> for Runtime {
		fn submit_aura_equivocation(proof: EquivocationProof<<Block as BlockT>::Header, AuraId>) -> Option<()> {
			Validators::submit_aura_equivocation(proof)
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			build_state::<RuntimeGenesisConfig>(config)
		}

		fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, genesis::preset)
		}

		fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
			genesis::preset_names()
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(
			extra: bool,
		) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
			crate::benchmarks::metadata(extra)
		}

		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			crate::benchmarks::dispatch(config)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
			// A failing upgrade must stop the trial.
			let weight = Executive::try_runtime_upgrade(checks).expect("the upgrade's checks hold");
			(weight, crate::configs::system::Weights::get().max_block)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> Weight {
			Executive::try_execute_block(block, state_root_check, signature_check, select)
				.expect("the block and the state after it are sound")
		}
	}
}
