package io.perceiver.testkit;

/** A plugin whose modalities can follow each other keeps the contract. */
class OfRowsContractTest extends OfRows {}
